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
(assert (not (= e!2 e)))
(assert (part.live e!2))
(assert (other.part.live e!2))
(assert
 (or
  (not (part.live e))
  (or (channel.live e!2 e) (channel.live e e!2))
  (or (other.channel.live e!2 e) (other.channel.live e e!2))))
(assert (= now other.now))
(assert (= (part.live e!2) (other.part.live e!2)))
(assert (=> (part.live e!2) (forall ((p page)) (=> (page.owner p e!2) (other.page.owner p e!2)))))
(assert (=> (part.live e!2) (forall ((p page)) (=> (other.page.owner p e!2) (page.owner p e!2)))))
(assert
 (=>
  (part.live e!2)
  (forall ((p page))
   (=> (and (page.owner p e!2) (other.page.owner p e!2)) (= (page.contents p) (other.page.contents p))))))
(assert
 (=>
  (part.live e!2)
  (forall ((m part) (m!2 map.slot)) (=> (and (map.live m m!2) (= m e!2)) (and (other.map.live m m!2) (= m e!2))))))
(assert
 (=>
  (part.live e!2)
  (forall ((m part) (m!2 map.slot)) (=> (and (other.map.live m m!2) (= m e!2)) (and (map.live m m!2) (= m e!2))))))
(assert
 (=>
  (part.live e!2)
  (forall ((m part) (m!2 map.slot) (y page))
   (=>
    (and (and (map.live m m!2) (= m e!2)) (and (other.map.live m m!2) (= m e!2)))
    (= (map.target m m!2 y) (other.map.target m m!2 y))))))
(assert
 (=>
  (part.live e!2)
  (forall ((m part) (m!2 map.slot))
   (=>
    (and (and (map.live m m!2) (= m e!2)) (and (other.map.live m m!2) (= m e!2)))
    (= (map.writable m m!2) (other.map.writable m m!2))))))
(assert
 (=>
  (part.live e!2)
  (forall ((c part) (c!2 part)) (=> (and (channel.live c c!2) (= c e!2)) (and (other.channel.live c c!2) (= c e!2))))))
(assert
 (=>
  (part.live e!2)
  (forall ((c part) (c!2 part)) (=> (and (other.channel.live c c!2) (= c e!2)) (and (channel.live c c!2) (= c e!2))))))
(assert
 (=>
  (part.live e!2)
  (forall ((c part) (c!2 part))
   (=>
    (and (and (channel.live c c!2) (= c e!2)) (and (other.channel.live c c!2) (= c e!2)))
    (= (channel.full c c!2) (other.channel.full c c!2))))))
(assert
 (=>
  (part.live e!2)
  (forall ((d part) (d!2 part))
   (=> (and (channel.live d d!2) (= d!2 e!2)) (and (other.channel.live d d!2) (= d!2 e!2))))))
(assert
 (=>
  (part.live e!2)
  (forall ((d part) (d!2 part))
   (=> (and (other.channel.live d d!2) (= d!2 e!2)) (and (channel.live d d!2) (= d!2 e!2))))))
(assert
 (=>
  (part.live e!2)
  (forall ((d part) (d!2 part))
   (=>
    (and (and (channel.live d d!2) (= d!2 e!2)) (and (other.channel.live d d!2) (= d!2 e!2)))
    (= (channel.letter d d!2) (other.channel.letter d d!2))))))
(assert
 (=>
  (part.live e!2)
  (forall ((d part) (d!2 part))
   (=>
    (and (and (channel.live d d!2) (= d!2 e!2)) (and (other.channel.live d d!2) (= d!2 e!2)))
    (= (channel.full d d!2) (other.channel.full d d!2))))))

(push 1)
; part.isolated.flows
(assert
 (let ((it (other.page.owner p e!2)))
  (let ((it!2 (= (part.live e) (other.part.live e))))
   (not
    (and
     (=>
      (and (page.owner p e!2) it)
      (and
       (= now other.now)
       it!2
       (=>
        (part.live e)
        (forall ((p!2 page))
         (=> (and (not (= p!2 p)) (page.owner p!2 e)) (and (not (= p!2 p)) (other.page.owner p!2 e)))))
       (=>
        (part.live e)
        (forall ((p!2 page))
         (=> (and (not (= p!2 p)) (other.page.owner p!2 e)) (and (not (= p!2 p)) (page.owner p!2 e)))))
       (=>
        (part.live e)
        (forall ((p!2 page))
         (=>
          (and (and (not (= p!2 p)) (page.owner p!2 e)) (and (not (= p!2 p)) (other.page.owner p!2 e)))
          (= (ite (= p!2 p) 0 (page.contents p!2)) (ite (= p!2 p) 0 (other.page.contents p!2))))))
       (=>
        (part.live e)
        (forall ((m part) (m!2 map.slot))
         (let ((it!3 (not (and (= m m) (= m!2 m!2)))))
          (=>
           (and (ite (and (map.live m m!2) (map.target m m!2 p)) (and (map.live m m!2) it!3) (map.live m m!2)) (= m e))
           (and
            (ite
             (and (other.map.live m m!2) (other.map.target m m!2 p))
             (and (other.map.live m m!2) it!3)
             (other.map.live m m!2))
            (= m e))))))
       (=>
        (part.live e)
        (forall ((m part) (m!2 map.slot))
         (let ((it!3 (not (and (= m m) (= m!2 m!2)))))
          (=>
           (and
            (ite
             (and (other.map.live m m!2) (other.map.target m m!2 p))
             (and (other.map.live m m!2) it!3)
             (other.map.live m m!2))
            (= m e))
           (and (ite (and (map.live m m!2) (map.target m m!2 p)) (and (map.live m m!2) it!3) (map.live m m!2)) (= m e))))))
       (=>
        (part.live e)
        (forall ((m part) (m!2 map.slot) (y page))
         (let ((it!3 (and (map.live m m!2) (map.target m m!2 p))))
          (let ((it!4 (not (and (= m m) (= m!2 m!2)))))
           (let ((it!5 (and (other.map.live m m!2) (other.map.target m m!2 p))))
            (let ((it!6 (other.map.target m m!2 y)))
             (=>
              (and
               (and (ite it!3 (and (map.live m m!2) it!4) (map.live m m!2)) (= m e))
               (and (ite it!5 (and (other.map.live m m!2) it!4) (other.map.live m m!2)) (= m e)))
              (= (ite it!3 (and (map.target m m!2 y) it!4) (map.target m m!2 y)) (ite it!5 (and it!6 it!4) it!6)))))))))
       (=>
        (part.live e)
        (forall ((m part) (m!2 map.slot))
         (let ((it!3 (not (and (= m m) (= m!2 m!2)))))
          (=>
           (and
            (and (ite (and (map.live m m!2) (map.target m m!2 p)) (and (map.live m m!2) it!3) (map.live m m!2)) (= m e))
            (and
             (ite
              (and (other.map.live m m!2) (other.map.target m m!2 p))
              (and (other.map.live m m!2) it!3)
              (other.map.live m m!2))
             (= m e)))
           (= (map.writable m m!2) (other.map.writable m m!2))))))
       (=>
        (part.live e)
        (forall ((c part) (c!2 part)) (=> (and (channel.live c c!2) (= c e)) (and (other.channel.live c c!2) (= c e)))))
       (=>
        (part.live e)
        (forall ((c part) (c!2 part)) (=> (and (other.channel.live c c!2) (= c e)) (and (channel.live c c!2) (= c e)))))
       (=>
        (part.live e)
        (forall ((c part) (c!2 part))
         (=>
          (and (and (channel.live c c!2) (= c e)) (and (other.channel.live c c!2) (= c e)))
          (= (channel.full c c!2) (other.channel.full c c!2)))))
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
         (=>
          (and (and (channel.live d d!2) (= d!2 e)) (and (other.channel.live d d!2) (= d!2 e)))
          (= (channel.full d d!2) (other.channel.full d d!2)))))))
     (=>
      (and (page.owner p e!2) (not it))
      (and
       (= now other.now)
       it!2
       (=> (part.live e) (forall ((p!2 page)) (=> (and (not (= p!2 p)) (page.owner p!2 e)) (other.page.owner p!2 e))))
       (=> (part.live e) (forall ((p!2 page)) (=> (other.page.owner p!2 e) (and (not (= p!2 p)) (page.owner p!2 e)))))
       (=>
        (part.live e)
        (forall ((p!2 page))
         (=>
          (and (and (not (= p!2 p)) (page.owner p!2 e)) (other.page.owner p!2 e))
          (= (ite (= p!2 p) 0 (page.contents p!2)) (other.page.contents p!2)))))
       (=>
        (part.live e)
        (forall ((m part) (m!2 map.slot))
         (=>
          (and
           (ite
            (and (map.live m m!2) (map.target m m!2 p))
            (and (map.live m m!2) (not (and (= m m) (= m!2 m!2))))
            (map.live m m!2))
           (= m e))
          (and (other.map.live m m!2) (= m e)))))
       (=>
        (part.live e)
        (forall ((m part) (m!2 map.slot))
         (=>
          (and (other.map.live m m!2) (= m e))
          (and
           (ite
            (and (map.live m m!2) (map.target m m!2 p))
            (and (map.live m m!2) (not (and (= m m) (= m!2 m!2))))
            (map.live m m!2))
           (= m e)))))
       (=>
        (part.live e)
        (forall ((m part) (m!2 map.slot) (y page))
         (let ((it!3 (and (map.live m m!2) (map.target m m!2 p))))
          (let ((it!4 (not (and (= m m) (= m!2 m!2)))))
           (=>
            (and
             (and (ite it!3 (and (map.live m m!2) it!4) (map.live m m!2)) (= m e))
             (and (other.map.live m m!2) (= m e)))
            (= (ite it!3 (and (map.target m m!2 y) it!4) (map.target m m!2 y)) (other.map.target m m!2 y)))))))
       (=>
        (part.live e)
        (forall ((m part) (m!2 map.slot))
         (=>
          (and
           (and
            (ite
             (and (map.live m m!2) (map.target m m!2 p))
             (and (map.live m m!2) (not (and (= m m) (= m!2 m!2))))
             (map.live m m!2))
            (= m e))
           (and (other.map.live m m!2) (= m e)))
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
         (=>
          (and (and (channel.live c c!2) (= c e)) (and (other.channel.live c c!2) (= c e)))
          (= (channel.full c c!2) (other.channel.full c c!2)))))
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
         (=>
          (and (and (channel.live d d!2) (= d!2 e)) (and (other.channel.live d d!2) (= d!2 e)))
          (= (channel.full d d!2) (other.channel.full d d!2))))))))))))
(check-sat)
(pop 1)
