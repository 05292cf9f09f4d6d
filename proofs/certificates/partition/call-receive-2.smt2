; partition: what `receive` keeps. Each check is to be answered `unsat`.
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
(declare-fun from () part)
(declare-fun other.now () Int)
(declare-fun other.page.owner (page part) Bool)
(declare-fun other.page.contents (page) Int)
(declare-fun other.map.target (part map.slot page) Bool)
(declare-fun other.map.live (part map.slot) Bool)
(declare-fun other.channel.letter (part part) Int)
(declare-fun other.channel.live (part part) Bool)
(declare-fun other.part.live (part) Bool)
(declare-fun e () part)
(declare-fun map.writable (part map.slot) Bool)
(declare-fun other.map.writable (part map.slot) Bool)
(declare-fun channel.full (part part) Bool)
(declare-fun other.channel.full (part part) Bool)

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
(assert (part.live from))
(assert (>= other.now 0))
(assert
 (forall ((other.x page) (other.y part) (other.z part))
  (=> (and (other.page.owner other.x other.y) (other.page.owner other.x other.z)) (= other.y other.z))))
(assert (forall ((other.x page)) (let ((it (other.page.contents other.x))) (and (>= it 0) (<= it 255)))))
(assert
 (forall ((other.x part) (other.x!2 map.slot) (other.y page))
  (=> (other.map.target other.x other.x!2 other.y) (other.map.live other.x other.x!2))))
(assert
 (forall ((other.x part) (other.x!2 map.slot) (other.y page) (other.z page))
  (=>
   (and (other.map.target other.x other.x!2 other.y) (other.map.target other.x other.x!2 other.z))
   (= other.y other.z))))
(assert
 (forall ((other.x part) (other.x!2 map.slot))
  (=> (other.map.live other.x other.x!2) (exists ((other.y page)) (other.map.target other.x other.x!2 other.y)))))
(assert
 (forall ((other.x part) (other.x!2 part))
  (let ((it (other.channel.letter other.x other.x!2)))
   (=> (other.channel.live other.x other.x!2) (and (>= it 0) (<= it 255))))))
(assert
 (forall ((other.m part) (other.m!2 map.slot))
  (=>
   (other.map.live other.m other.m!2)
   (forall ((other.target page))
    (=> (other.map.target other.m other.m!2 other.target) (other.page.owner other.target other.m))))))
(assert
 (forall ((other.c part) (other.c!2 part)) (=> (other.channel.live other.c other.c!2) (not (= other.c other.c!2)))))
(assert
 (forall ((other.p page))
  (=> (forall ((other.some part)) (not (other.page.owner other.p other.some))) (= (other.page.contents other.p) 0))))
(assert
 (forall ((other.x page))
  (forall ((other.named part)) (=> (other.page.owner other.x other.named) (other.part.live other.named)))))
(assert
 (forall ((other.x part) (other.x!2 map.slot)) (=> (other.map.live other.x other.x!2) (other.part.live other.x))))
(assert
 (forall ((other.m part) (other.m!2 map.slot))
  (=>
   (other.map.live other.m other.m!2)
   (not
    (exists ((other.target page))
     (and
      (other.map.target other.m other.m!2 other.target)
      (forall ((other.some part)) (not (other.page.owner other.target other.some)))))))))
(assert
 (forall ((other.x part) (other.x!2 part)) (=> (other.channel.live other.x other.x!2) (other.part.live other.x))))
(assert
 (forall ((other.x part) (other.x!2 part)) (=> (other.channel.live other.x other.x!2) (other.part.live other.x!2))))
(assert (other.part.live from))
(assert (= now other.now))
(assert (= (part.live e) (other.part.live e)))
(assert (=> (part.live e) (forall ((p page)) (=> (page.owner p e) (other.page.owner p e)))))
(assert (=> (part.live e) (forall ((p page)) (=> (other.page.owner p e) (page.owner p e)))))
(assert
 (=>
  (part.live e)
  (forall ((p page)) (=> (and (page.owner p e) (other.page.owner p e)) (= (page.contents p) (other.page.contents p))))))
(assert
 (=>
  (part.live e)
  (forall ((m part) (m!2 map.slot)) (=> (and (map.live m m!2) (= m e)) (and (other.map.live m m!2) (= m e))))))
(assert
 (=>
  (part.live e)
  (forall ((m part) (m!2 map.slot)) (=> (and (other.map.live m m!2) (= m e)) (and (map.live m m!2) (= m e))))))
(assert
 (=>
  (part.live e)
  (forall ((m part) (m!2 map.slot) (y page))
   (=>
    (and (and (map.live m m!2) (= m e)) (and (other.map.live m m!2) (= m e)))
    (= (map.target m m!2 y) (other.map.target m m!2 y))))))
(assert
 (=>
  (part.live e)
  (forall ((m part) (m!2 map.slot))
   (=>
    (and (and (map.live m m!2) (= m e)) (and (other.map.live m m!2) (= m e)))
    (= (map.writable m m!2) (other.map.writable m m!2))))))
(assert
 (=>
  (part.live e)
  (forall ((c part) (c!2 part)) (=> (and (channel.live c c!2) (= c e)) (and (other.channel.live c c!2) (= c e))))))
(assert
 (=>
  (part.live e)
  (forall ((c part) (c!2 part)) (=> (and (other.channel.live c c!2) (= c e)) (and (channel.live c c!2) (= c e))))))
(assert
 (=>
  (part.live e)
  (forall ((c part) (c!2 part))
   (=>
    (and (and (channel.live c c!2) (= c e)) (and (other.channel.live c c!2) (= c e)))
    (= (channel.full c c!2) (other.channel.full c c!2))))))
(assert
 (=>
  (part.live e)
  (forall ((d part) (d!2 part)) (=> (and (channel.live d d!2) (= d!2 e)) (and (other.channel.live d d!2) (= d!2 e))))))
(assert
 (=>
  (part.live e)
  (forall ((d part) (d!2 part)) (=> (and (other.channel.live d d!2) (= d!2 e)) (and (channel.live d d!2) (= d!2 e))))))
(assert
 (=>
  (part.live e)
  (forall ((d part) (d!2 part))
   (=>
    (and (and (channel.live d d!2) (= d!2 e)) (and (other.channel.live d d!2) (= d!2 e)))
    (= (channel.letter d d!2) (other.channel.letter d d!2))))))
(assert
 (=>
  (part.live e)
  (forall ((d part) (d!2 part))
   (=>
    (and (and (channel.live d d!2) (= d!2 e)) (and (other.channel.live d d!2) (= d!2 e)))
    (= (channel.full d d!2) (other.channel.full d d!2))))))
(assert (part.live e))

(push 1)
; part.isolated.own
(assert
 (let ((it (other.channel.live from e)))
  (let ((it!2 (other.channel.full from e)))
   (let ((it!3 (and (and (channel.live from e) (channel.full from e)) (and it it!2))))
    (not
     (and
      (=> (not (channel.live from e)) (not it))
      (=> (and (channel.live from e) (not (channel.full from e))) (and it (not it!2)))
      (=> it!3 (= (channel.letter from e) (other.channel.letter from e)))
      (=>
       it!3
       (and
        (= now other.now)
        (= (part.live e) (other.part.live e))
        (=> (part.live e) (forall ((p page)) (=> (page.owner p e) (other.page.owner p e))))
        (=> (part.live e) (forall ((p page)) (=> (other.page.owner p e) (page.owner p e))))
        (=>
         (part.live e)
         (forall ((p page))
          (=> (and (page.owner p e) (other.page.owner p e)) (= (page.contents p) (other.page.contents p)))))
        (=>
         (part.live e)
         (forall ((m part) (m!2 map.slot)) (=> (and (map.live m m!2) (= m e)) (and (other.map.live m m!2) (= m e)))))
        (=>
         (part.live e)
         (forall ((m part) (m!2 map.slot)) (=> (and (other.map.live m m!2) (= m e)) (and (map.live m m!2) (= m e)))))
        (=>
         (part.live e)
         (forall ((m part) (m!2 map.slot) (y page))
          (=>
           (and (and (map.live m m!2) (= m e)) (and (other.map.live m m!2) (= m e)))
           (= (map.target m m!2 y) (other.map.target m m!2 y)))))
        (=>
         (part.live e)
         (forall ((m part) (m!2 map.slot))
          (=>
           (and (and (map.live m m!2) (= m e)) (and (other.map.live m m!2) (= m e)))
           (= (map.writable m m!2) (other.map.writable m m!2)))))
        (=>
         (part.live e)
         (forall ((c part) (c!2 part)) (=> (and (channel.live c c!2) (= c e)) (and (other.channel.live c c!2) (= c e)))))
        (=>
         (part.live e)
         (forall ((c part) (c!2 part)) (=> (and (other.channel.live c c!2) (= c e)) (and (channel.live c c!2) (= c e)))))
        (=>
         (part.live e)
         (forall ((c part) (c!2 part))
          (let ((it!4 (not (and (= c from) (= c!2 e)))))
           (=>
            (and (and (channel.live c c!2) (= c e)) (and (other.channel.live c c!2) (= c e)))
            (= (and it!4 (channel.full c c!2)) (and it!4 (other.channel.full c c!2)))))))
        (=>
         (part.live e)
         (forall ((d part) (d!2 part))
          (=> (and (channel.live d d!2) (= d!2 e)) (and (other.channel.live d d!2) (= d!2 e)))))
        (=>
         (part.live e)
         (forall ((d part) (d!2 part))
          (=> (and (other.channel.live d d!2) (= d!2 e)) (and (channel.live d d!2) (= d!2 e)))))
        (=>
         (part.live e)
         (forall ((d part) (d!2 part))
          (=>
           (and (and (channel.live d d!2) (= d!2 e)) (and (other.channel.live d d!2) (= d!2 e)))
           (= (channel.letter d d!2) (other.channel.letter d d!2)))))
        (=>
         (part.live e)
         (forall ((d part) (d!2 part))
          (let ((it!4 (not (and (= d from) (= d!2 e)))))
           (=>
            (and (and (channel.live d d!2) (= d!2 e)) (and (other.channel.live d d!2) (= d!2 e)))
            (= (and it!4 (channel.full d d!2)) (and it!4 (other.channel.full d d!2)))))))))))))))
(check-sat)
(pop 1)
