; partition: what `withdraw` keeps. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort page 0)
(declare-sort part 0)
(declare-sort map.slot 0)
(declare-fun p () page)
(declare-fun page.owner (page part) Bool)
(declare-fun page.contents (page) Int)
(declare-fun map.live (part map.slot) Bool)
(declare-fun map.target (part map.slot page) Bool)
(declare-fun now () Int)
(declare-fun channel.letter (part part) Int)
(declare-fun channel.live (part part) Bool)
(declare-fun part.live (part) Bool)
(declare-fun channel.full (part part) Bool)

; ---- the step, from the state before to the state after
(define-fun page.owner.after ((x page) (y part)) Bool (and (not (= x p)) (page.owner x y)))
(define-fun page.contents.after ((x page)) Int (ite (= x p) 0 (page.contents x)))
(define-fun map.live.after ((x part) (y map.slot)) Bool
 (ite (and (map.live x y) (map.target x y p)) (and (map.live x y) (not (and (= x x) (= y y)))) (map.live x y)))
(define-fun map.target.after ((x part) (y map.slot) (z page)) Bool
 (ite (and (map.live x y) (map.target x y p)) (and (map.target x y z) (not (and (= x x) (= y y)))) (map.target x y z)))
(define-fun succeeds () Bool true)

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
(assert (forall ((p!2 page)) (=> (forall ((some part)) (not (page.owner p!2 some))) (= (page.contents p!2) 0))))
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

(push 1)
; own_frames
(assert
 (not
  (forall ((m part) (m!2 map.slot))
   (=> (map.live.after m m!2) (forall ((target page)) (=> (map.target.after m m!2 target) (page.owner.after target m)))))))
(check-sat)
(pop 1)

(push 1)
; not_oneself
(assert (not (forall ((c part) (c!2 part)) (=> (channel.live c c!2) (not (= c c!2))))))
(check-sat)
(pop 1)

(push 1)
; clean
(assert
 (not
  (forall ((p!2 page)) (=> (forall ((some part)) (not (page.owner.after p!2 some))) (= (page.contents.after p!2) 0)))))
(check-sat)
(pop 1)

(push 1)
; given
(assert false)
(check-sat)
(pop 1)

(push 1)
; gone
(assert
 (not
  (forall ((e part) (p!2 page) (v map.slot))
   (=> (or (part.live e) (part.live e)) (=> (= p!2 p) (forall ((some part)) (not (page.owner.after p!2 some))))))))
(check-sat)
(pop 1)

(push 1)
; letters
(assert
 (not
  (forall ((c part) (c!2 part))
   (=>
    (or (channel.live c c!2) (channel.live c c!2))
    (=> (and (channel.live c c!2) (channel.live c c!2)) (=> (channel.full c c!2) (channel.full c c!2)))))))
(check-sat)
(pop 1)

(push 1)
; kept
(assert
 (not
  (forall ((m part) (m!2 map.slot) (p!2 page))
   (=>
    (or (map.live m m!2) (map.live.after m m!2))
    (=>
     (and (and (map.live m m!2) (map.target m m!2 p!2)) (not (map.live.after m m!2)))
     (or (not (part.live m)) (= p!2 p)))))))
(check-sat)
(pop 1)

(push 1)
; joined
(assert
 (not
  (forall ((c part) (c!2 part))
   (=>
    (or (channel.live c c!2) (channel.live c c!2))
    (=> (and (channel.live c c!2) (not (channel.live c c!2))) (or (not (part.live c)) (not (part.live c!2))))))))
(check-sat)
(pop 1)

(push 1)
; withdraw.defined
(assert
 (not
  (and
   (forall ((m part) (m!2 map.slot)) (=> (map.live m m!2) (map.live m m!2)))
   (forall ((m part) (m!2 map.slot)) (=> (and (map.live m m!2) (map.target m m!2 p)) (map.live m m!2)))
   (>= now 0)
   (forall ((x page) (y part) (z part)) (=> (and (page.owner.after x y) (page.owner.after x z)) (= y z)))
   (forall ((x page)) (and (>= (page.contents.after x) 0) (<= (page.contents.after x) 255)))
   (forall ((x part) (x!2 map.slot) (y page)) (=> (map.target.after x x!2 y) (map.live.after x x!2)))
   (forall ((x part) (x!2 map.slot) (y page) (z page))
    (=> (and (map.target.after x x!2 y) (map.target.after x x!2 z)) (= y z)))
   (forall ((x part) (x!2 map.slot)) (=> (map.live.after x x!2) (exists ((y page)) (map.target.after x x!2 y))))
   (forall ((x part) (x!2 part))
    (=> (channel.live x x!2) (and (>= (channel.letter x x!2) 0) (<= (channel.letter x x!2) 255)))))))
(check-sat)
(pop 1)

(push 1)
; given.defined
(assert false)
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
  (forall ((c part) (c!2 part))
   (let ((it (and (channel.live c c!2) (channel.live c c!2))))
    (=>
     (or (channel.live c c!2) (channel.live c c!2))
     (=> it (and (channel.live c c!2) (=> (channel.full c c!2) (and it (channel.live c c!2))))))))))
(check-sat)
(pop 1)

(push 1)
; kept.defined
(assert
 (not
  (forall ((m part) (m!2 map.slot) (p!2 page))
   (=> (or (map.live m m!2) (map.live.after m m!2)) (=> (map.live m m!2) (map.live m m!2))))))
(check-sat)
(pop 1)

(push 1)
; joined.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; page.owner.refers
(assert (not (forall ((x page)) (forall ((named part)) (=> (page.owner.after x named) (part.live named))))))
(check-sat)
(pop 1)

(push 1)
; page.reclaimed
(assert
 (not
  (forall ((p!2 page) (e part))
   (=>
    (or (part.live e) (part.live e))
    (=>
     (and (page.owner p!2 e) (not (page.owner.after p!2 e)))
     (not (exists ((c part) (c!2 map.slot)) (and (map.live.after c c!2) (map.target.after c c!2 p!2)))))))))
(check-sat)
(pop 1)

(push 1)
; map.part.refers
(assert (not (forall ((x part) (x!2 map.slot)) (=> (map.live.after x x!2) (part.live x)))))
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
  (forall ((m part) (m!2 map.slot))
   (=>
    (map.live.after m m!2)
    (not
     (exists ((target page))
      (and (map.target.after m m!2 target) (forall ((some part)) (not (page.owner.after target some))))))))))
(check-sat)
(pop 1)

(push 1)
; channel.from.refers
(assert (not (forall ((x part) (x!2 part)) (=> (channel.live x x!2) (part.live x)))))
(check-sat)
(pop 1)

(push 1)
; channel.to.refers
(assert (not (forall ((x part) (x!2 part)) (=> (channel.live x x!2) (part.live x!2)))))
(check-sat)
(pop 1)
