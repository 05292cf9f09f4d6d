; partition: what holds in every state. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort page 0)
(declare-sort part 0)
(declare-sort map.slot 0)
(declare-fun now () Int)
(declare-fun page.owner (page part) Bool)
(declare-fun page.contents (page) Int)
(declare-fun map.target (part map.slot page) Bool)
(declare-fun map.live (part map.slot) Bool)
(declare-fun channel.letter (part part) Int)
(declare-fun channel.live (part part) Bool)
(declare-fun part.live (part) Bool)

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

(push 1)
; own_frames.defined
(assert (not (forall ((m part) (m!2 map.slot)) (=> (map.live m m!2) (map.live m m!2)))))
(check-sat)
(pop 1)

(push 1)
; not_oneself.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; clean.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; talking.defined
(assert (not (forall ((c part) (c!2 part)) (=> (channel.live c c!2) (channel.live c c!2)))))
(check-sat)
(pop 1)

(push 1)
; working.defined
(assert (not (forall ((m part) (m!2 map.slot)) (=> (map.live m m!2) (map.live m m!2)))))
(check-sat)
(pop 1)

(push 1)
; part.isolated.defined
(assert false)
(check-sat)
(pop 1)
