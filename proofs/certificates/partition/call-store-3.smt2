; partition: what `store` keeps. Each check is to be answered `unsat`.
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
(declare-fun b () Int)
(declare-fun e () part)
(declare-fun v () map.slot)
(declare-fun ground () page)
(declare-fun e!2 () part)
(declare-fun map.writable (part map.slot) Bool)

; ---- what is assumed
; two states, and what is alike in them
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
(assert
 (forall ((m part) (m!2 map.slot))
  (=> (map.live m m!2) (forall ((target page)) (=> (map.target m m!2 target) (page.owner target m))))))
(assert (forall ((c part) (c!2 part)) (=> (channel.live c c!2) (not (= c c!2)))))
(assert (forall ((p page)) (=> (forall ((some part)) (not (page.owner p some))) (= (page.contents p) 0))))
(assert (forall ((x page)) (forall ((named part)) (=> (page.owner x named) (part.live named)))))
(assert (forall ((x part) (x!2 map.slot)) (=> (map.live x x!2) (part.live x))))
(assert
 (forall ((m part) (m!2 map.slot))
  (=>
   (map.live m m!2)
   (not (exists ((target page)) (and (map.target m m!2 target) (forall ((some part)) (not (page.owner target some)))))))))
(assert (forall ((x part) (x!2 part)) (=> (channel.live x x!2) (part.live x))))
(assert (forall ((x part) (x!2 part)) (=> (channel.live x x!2) (part.live x!2))))
(assert (and (>= b 0) (<= b 255)))
(assert (forall ((it page)) (=> (map.target e v it) (map.target e v ground))))
(assert (not (= e e!2)))
(assert (part.live e!2))
(assert (part.live e))
(assert (not (or (channel.live e e!2) (channel.live e!2 e))))

(push 1)
; part.isolated.others
(assert
 (let ((it (=> (part.live e!2) (forall ((p page)) (=> (page.owner p e!2) (page.owner p e!2))))))
  (let ((it!2
         (=>
          (part.live e!2)
          (forall ((m part) (m!2 map.slot)) (let ((it!2 (and (map.live m m!2) (= m e!2)))) (=> it!2 it!2))))))
   (let ((it!3
          (=>
           (part.live e!2)
           (forall ((c part) (c!2 part)) (let ((it!3 (and (channel.live c c!2) (= c e!2)))) (=> it!3 it!3))))))
    (let ((it!4
           (=>
            (part.live e!2)
            (forall ((d part) (d!2 part)) (let ((it!4 (and (channel.live d d!2) (= d!2 e!2)))) (=> it!4 it!4))))))
     (not
      (=>
       (and (map.live e v) (map.writable e v))
       (and
        it
        it
        (=>
         (part.live e!2)
         (forall ((p page))
          (=> (and (page.owner p e!2) (page.owner p e!2)) (= (page.contents p) (ite (= p ground) b (page.contents p))))))
        it!2
        it!2
        it!3
        it!3
        it!4
        it!4))))))))
(check-sat)
(pop 1)
