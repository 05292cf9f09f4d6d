; partition: what `send` keeps. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort part 0)
(declare-sort page 0)
(declare-sort map.slot 0)
(declare-fun e () part)
(declare-fun to () part)
(declare-fun b () Int)
(declare-fun channel.letter (part part) Int)
(declare-fun channel.full (part part) Bool)
(declare-fun channel.live (part part) Bool)
(declare-fun now () Int)
(declare-fun page.owner (page part) Bool)
(declare-fun page.contents (page) Int)
(declare-fun map.target (part map.slot page) Bool)
(declare-fun map.live (part map.slot) Bool)
(declare-fun part.live (part) Bool)

; ---- the step, from the state before to the state after
(define-fun channel.letter.after ((x part) (y part)) Int (ite (and (= x e) (= y to)) b (channel.letter x y)))
(define-fun channel.full.after ((x part) (y part)) Bool (or (and (= x e) (= y to)) (channel.full x y)))
(define-fun emitted.arrived ((x part) (y part)) Bool (and (= to x) (= e y)))
(define-fun succeeds () Bool (and (channel.live e to) (not (channel.full e to))))

; ---- what is assumed
; what the types say
(assert (>= now 0))
(assert (forall ((x page) (y part) (z part)) (=> (and (page.owner x y) (page.owner x z)) (= y z))))
(assert (forall ((x page)) (and (>= (page.contents x) 0) (<= (page.contents x) 255))))
(assert (forall ((x part) (x!2 map.slot) (y page)) (=> (map.target x x!2 y) (map.live x x!2))))
(assert
 (forall ((x part) (x!2 map.slot) (y page) (z page)) (=> (and (map.target x x!2 y) (map.target x x!2 z)) (= y z))))
(assert (forall ((x part) (x!2 map.slot)) (=> (map.live x x!2) (exists ((y page)) (map.target x x!2 y)))))
(assert
 (forall ((x part) (x!2 part))
  (=> (channel.live x x!2) (and (>= (channel.letter x x!2) 0) (<= (channel.letter x x!2) 255)))))
; own_frames
(assert
 (forall ((m part) (m!2 map.slot))
  (=> (map.live m m!2) (forall ((target page)) (=> (map.target m m!2 target) (page.owner target m))))))
; not_oneself
(assert (forall ((c part) (c!2 part)) (=> (channel.live c c!2) (not (= c c!2)))))
; clean
(assert (forall ((p page)) (=> (forall ((some part)) (not (page.owner p some))) (= (page.contents p) 0))))
; page.owner.refers
(assert (forall ((x page)) (forall ((named part)) (=> (page.owner x named) (part.live named)))))
; map.part.refers
(assert (forall ((x part) (x!2 map.slot)) (=> (map.live x x!2) (part.live x))))
; map.no_dangling
(assert
 (forall ((m part) (m!2 map.slot))
  (=>
   (map.live m m!2)
   (not (exists ((target page)) (and (map.target m m!2 target) (forall ((some part)) (not (page.owner target some)))))))))
; channel.from.refers
(assert (forall ((x part) (x!2 part)) (=> (channel.live x x!2) (part.live x))))
; channel.to.refers
(assert (forall ((x part) (x!2 part)) (=> (channel.live x x!2) (part.live x!2))))
; the step's arguments, and names for what it meets
(assert (part.live to))
(assert (and (>= b 0) (<= b 255)))
(assert (part.live e))

(push 1)
; own_frames
(assert
 (not
  (=>
   succeeds
   (forall ((m part) (m!2 map.slot))
    (=> (map.live m m!2) (forall ((target page)) (=> (map.target m m!2 target) (page.owner target m))))))))
(check-sat)
(pop 1)

(push 1)
; not_oneself
(assert (not (=> succeeds (forall ((c part) (c!2 part)) (=> (channel.live c c!2) (not (= c c!2)))))))
(check-sat)
(pop 1)

(push 1)
; clean
(assert
 (not (=> succeeds (forall ((p page)) (=> (forall ((some part)) (not (page.owner p some))) (= (page.contents p) 0))))))
(check-sat)
(pop 1)

(push 1)
; given
(assert
 (not
  (=>
   succeeds
   (forall ((e!2 part) (o part) (p page) (v map.slot) (w Bool) (b!2 Int))
    (=>
     (and (or (part.live e!2) (part.live e!2)) (or (part.live o) (part.live o)) (and (>= b!2 0) (<= b!2 255)))
     (=>
      (= e e!2)
      (=>
       (and (= o to) (= b!2 b))
       (and
        (channel.live e!2 o)
        (= (channel.letter.after e!2 o) b!2)
        (channel.full.after e!2 o)
        (emitted.arrived o e!2)))))))))
(check-sat)
(pop 1)

(push 1)
; gone
(assert false)
(check-sat)
(pop 1)

(push 1)
; letters
(assert
 (not
  (=>
   succeeds
   (forall ((c part) (c!2 part))
    (=>
     (or (channel.live c c!2) (channel.live c c!2))
     (=>
      (and (channel.live c c!2) (channel.live c c!2))
      (=> (channel.full c c!2) (and (= (channel.letter.after c c!2) (channel.letter c c!2)) (channel.full.after c c!2)))))))))
(check-sat)
(pop 1)

(push 1)
; kept
(assert
 (not
  (=>
   succeeds
   (forall ((m part) (m!2 map.slot) (p page))
    (=>
     (or (map.live m m!2) (map.live m m!2))
     (=> (and (and (map.live m m!2) (map.target m m!2 p)) (not (map.live m m!2))) (or (= e m) (not (part.live m)))))))))
(check-sat)
(pop 1)

(push 1)
; joined
(assert
 (not
  (=>
   succeeds
   (forall ((c part) (c!2 part))
    (=>
     (or (channel.live c c!2) (channel.live c c!2))
     (=> (and (channel.live c c!2) (not (channel.live c c!2))) (or (not (part.live c)) (not (part.live c!2)))))))))
(check-sat)
(pop 1)

(push 1)
; send.defined
(assert
 (let ((it (=> succeeds (channel.live e to))))
  (not
   (and
    (=> (channel.live e to) (channel.live e to))
    it
    it
    (=> succeeds (>= now 0))
    (=> succeeds (forall ((x page) (y part) (z part)) (=> (and (page.owner x y) (page.owner x z)) (= y z))))
    (=> succeeds (forall ((x page)) (and (>= (page.contents x) 0) (<= (page.contents x) 255))))
    (=> succeeds (forall ((x part) (x!2 map.slot) (y page)) (=> (map.target x x!2 y) (map.live x x!2))))
    (=>
     succeeds
     (forall ((x part) (x!2 map.slot) (y page) (z page)) (=> (and (map.target x x!2 y) (map.target x x!2 z)) (= y z))))
    (=> succeeds (forall ((x part) (x!2 map.slot)) (=> (map.live x x!2) (exists ((y page)) (map.target x x!2 y)))))
    (=>
     succeeds
     (forall ((x part) (x!2 part))
      (let ((it!2 (channel.letter.after x x!2))) (=> (channel.live x x!2) (and (>= it!2 0) (<= it!2 255))))))))))
(check-sat)
(pop 1)

(push 1)
; given.defined
(assert
 (not
  (=>
   succeeds
   (forall ((e!2 part) (o part) (p page) (v map.slot) (w Bool) (b!2 Int))
    (=>
     (and (or (part.live e!2) (part.live e!2)) (or (part.live o) (part.live o)) (and (>= b!2 0) (<= b!2 255)))
     (=>
      (= e e!2)
      (=>
       (and (= o to) (= b!2 b))
       (=>
        (channel.live e!2 o)
        (and (channel.live e!2 o) (=> (= (channel.letter.after e!2 o) b!2) (channel.live e!2 o)))))))))))
(check-sat)
(pop 1)

(push 1)
; gone.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; letters.defined
(assert
 (not
  (=>
   succeeds
   (forall ((c part) (c!2 part))
    (let ((it (and (channel.live c c!2) (channel.live c c!2))))
     (=>
      (or (channel.live c c!2) (channel.live c c!2))
      (=>
       it
       (and
        (channel.live c c!2)
        (=>
         (channel.full c c!2)
         (and it (=> (= (channel.letter.after c c!2) (channel.letter c c!2)) (channel.live c c!2))))))))))))
(check-sat)
(pop 1)

(push 1)
; kept.defined
(assert
 (not
  (=>
   succeeds
   (forall ((m part) (m!2 map.slot) (p page))
    (=> (or (map.live m m!2) (map.live m m!2)) (=> (map.live m m!2) (map.live m m!2)))))))
(check-sat)
(pop 1)

(push 1)
; joined.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; page.owner.refers
(assert (not (=> succeeds (forall ((x page)) (forall ((named part)) (=> (page.owner x named) (part.live named)))))))
(check-sat)
(pop 1)

(push 1)
; page.reclaimed
(assert
 (not
  (=>
   succeeds
   (forall ((p page) (e!2 part))
    (=>
     (or (part.live e!2) (part.live e!2))
     (=>
      (and (page.owner p e!2) (not (page.owner p e!2)))
      (not (exists ((c part) (c!2 map.slot)) (and (map.live c c!2) (map.target c c!2 p))))))))))
(check-sat)
(pop 1)

(push 1)
; map.part.refers
(assert (not (=> succeeds (forall ((x part) (x!2 map.slot)) (=> (map.live x x!2) (part.live x))))))
(check-sat)
(pop 1)

(push 1)
; map.target.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; map.no_dangling
(assert
 (not
  (=>
   succeeds
   (forall ((m part) (m!2 map.slot))
    (=>
     (map.live m m!2)
     (not
      (exists ((target page)) (and (map.target m m!2 target) (forall ((some part)) (not (page.owner target some)))))))))))
(check-sat)
(pop 1)

(push 1)
; channel.from.refers
(assert (not (=> succeeds (forall ((x part) (x!2 part)) (=> (channel.live x x!2) (part.live x))))))
(check-sat)
(pop 1)

(push 1)
; channel.to.refers
(assert (not (=> succeeds (forall ((x part) (x!2 part)) (=> (channel.live x x!2) (part.live x!2))))))
(check-sat)
(pop 1)
