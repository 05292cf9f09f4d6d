; partition: what `store` keeps. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort page 0)
(declare-sort part 0)
(declare-sort map.slot 0)
(declare-fun ground () page)
(declare-fun b () Int)
(declare-fun page.contents (page) Int)
(declare-fun map.live (part map.slot) Bool)
(declare-fun e () part)
(declare-fun v () map.slot)
(declare-fun map.writable (part map.slot) Bool)
(declare-fun now () Int)
(declare-fun page.owner (page part) Bool)
(declare-fun map.target (part map.slot page) Bool)
(declare-fun channel.letter (part part) Int)
(declare-fun channel.live (part part) Bool)
(declare-fun part.live (part) Bool)
(declare-fun channel.full (part part) Bool)

; ---- the step, from the state before to the state after
(define-fun page.contents.after ((x page)) Int (ite (= x ground) b (page.contents x)))
(define-fun succeeds () Bool (and (map.live e v) (map.writable e v)))

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
(assert (and (>= b 0) (<= b 255)))
(assert (part.live e))
(assert (forall ((it page)) (=> (map.target e v it) (map.target e v ground))))

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
 (not
  (=> succeeds (forall ((p page)) (=> (forall ((some part)) (not (page.owner p some))) (= (page.contents.after p) 0))))))
(check-sat)
(pop 1)

(push 1)
; given
(assert
 (not
  (=>
   succeeds
   (forall ((e!2 part) (o part) (p page) (v!2 map.slot) (w Bool) (b!2 Int))
    (=>
     (and (or (part.live e!2) (part.live e!2)) (or (part.live o) (part.live o)) (and (>= b!2 0) (<= b!2 255)))
     (=>
      (= e e!2)
      (=>
       (and (= v!2 v) (= b!2 b))
       (and
        (map.live e!2 v!2)
        (map.writable e!2 v!2)
        (forall ((target page)) (=> (map.target e!2 v!2 target) (= (page.contents.after target) b!2)))))))))))
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
     (=> (and (channel.live c c!2) (channel.live c c!2)) (=> (channel.full c c!2) (channel.full c c!2))))))))
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
; store.defined
(assert
 (not
  (and
   (=> (map.live e v) (map.live e v))
   (=> succeeds (map.live e v))
   (=> succeeds (>= now 0))
   (=> succeeds (forall ((x page) (y part) (z part)) (=> (and (page.owner x y) (page.owner x z)) (= y z))))
   (=> succeeds (forall ((x page)) (and (>= (page.contents.after x) 0) (<= (page.contents.after x) 255))))
   (=> succeeds (forall ((x part) (x!2 map.slot) (y page)) (=> (map.target x x!2 y) (map.live x x!2))))
   (=>
    succeeds
    (forall ((x part) (x!2 map.slot) (y page) (z page)) (=> (and (map.target x x!2 y) (map.target x x!2 z)) (= y z))))
   (=> succeeds (forall ((x part) (x!2 map.slot)) (=> (map.live x x!2) (exists ((y page)) (map.target x x!2 y)))))
   (=>
    succeeds
    (forall ((x part) (x!2 part))
     (=> (channel.live x x!2) (and (>= (channel.letter x x!2) 0) (<= (channel.letter x x!2) 255))))))))
(check-sat)
(pop 1)

(push 1)
; given.defined
(assert
 (not
  (=>
   succeeds
   (forall ((e!2 part) (o part) (p page) (v!2 map.slot) (w Bool) (b!2 Int))
    (=>
     (and (or (part.live e!2) (part.live e!2)) (or (part.live o) (part.live o)) (and (>= b!2 0) (<= b!2 255)))
     (=>
      (= e e!2)
      (=>
       (and (= v!2 v) (= b!2 b))
       (=> (map.live e!2 v!2) (and (map.live e!2 v!2) (=> (map.writable e!2 v!2) (map.live e!2 v!2)))))))))))
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
      (=> it (and (channel.live c c!2) (=> (channel.full c c!2) (and it (channel.live c c!2)))))))))))
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
