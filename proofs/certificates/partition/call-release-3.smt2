; partition: what `release` keeps. Each check is to be answered `unsat`.
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
(declare-fun e () part)
(declare-fun e!2 () part)
(declare-fun p () page)

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
(assert (not (= e e!2)))
(assert (part.live e!2))
(assert (part.live e))
(assert (not (or (channel.live e e!2) (channel.live e!2 e))))

(push 1)
; part.isolated.others
(assert
 (let ((it
        (=> (part.live e!2) (forall ((c part) (c!2 part)) (let ((it (and (channel.live c c!2) (= c e!2)))) (=> it it))))))
  (let ((it!2
         (=>
          (part.live e!2)
          (forall ((d part) (d!2 part)) (let ((it!2 (and (channel.live d d!2) (= d!2 e!2)))) (=> it!2 it!2))))))
   (not
    (=>
     (page.owner p e)
     (and
      (=> (part.live e!2) (forall ((p!2 page)) (=> (page.owner p!2 e!2) (and (not (= p!2 p)) (page.owner p!2 e!2)))))
      (=> (part.live e!2) (forall ((p!2 page)) (=> (and (not (= p!2 p)) (page.owner p!2 e!2)) (page.owner p!2 e!2))))
      (=>
       (part.live e!2)
       (forall ((p!2 page))
        (=>
         (and (page.owner p!2 e!2) (and (not (= p!2 p)) (page.owner p!2 e!2)))
         (= (page.contents p!2) (ite (= p!2 p) 0 (page.contents p!2))))))
      (=>
       (part.live e!2)
       (forall ((m part) (m!2 map.slot))
        (=>
         (and (map.live m m!2) (= m e!2))
         (and
          (ite
           (and (map.live m m!2) (map.target m m!2 p))
           (and (map.live m m!2) (not (and (= m m) (= m!2 m!2))))
           (map.live m m!2))
          (= m e!2)))))
      (=>
       (part.live e!2)
       (forall ((m part) (m!2 map.slot))
        (=>
         (and
          (ite
           (and (map.live m m!2) (map.target m m!2 p))
           (and (map.live m m!2) (not (and (= m m) (= m!2 m!2))))
           (map.live m m!2))
          (= m e!2))
         (and (map.live m m!2) (= m e!2)))))
      (=>
       (part.live e!2)
       (forall ((m part) (m!2 map.slot) (y page))
        (let ((it!3 (and (map.live m m!2) (map.target m m!2 p))))
         (let ((it!4 (not (and (= m m) (= m!2 m!2)))))
          (=>
           (and
            (and (map.live m m!2) (= m e!2))
            (and (ite it!3 (and (map.live m m!2) it!4) (map.live m m!2)) (= m e!2)))
           (= (map.target m m!2 y) (ite it!3 (and (map.target m m!2 y) it!4) (map.target m m!2 y))))))))
      it
      it
      it!2
      it!2))))))
(check-sat)
(pop 1)
