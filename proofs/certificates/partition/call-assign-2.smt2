; partition: what `assign` keeps. Each check is to be answered `unsat`.
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
(declare-fun other.now () Int)
(declare-fun other.page.owner (page part) Bool)
(declare-fun other.page.contents (page) Int)
(declare-fun other.map.target (part map.slot page) Bool)
(declare-fun other.map.live (part map.slot) Bool)
(declare-fun other.channel.letter (part part) Int)
(declare-fun other.channel.live (part part) Bool)
(declare-fun other.part.live (part) Bool)
(declare-fun e!2 () part)
(declare-fun map.writable (part map.slot) Bool)
(declare-fun other.map.writable (part map.slot) Bool)
(declare-fun channel.full (part part) Bool)
(declare-fun other.channel.full (part part) Bool)
(declare-fun p!2 () page)

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
(assert (part.live e))
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
(assert (other.part.live e))
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
(assert
 (=>
  (part.live e!2)
  (forall ((from part))
   (=>
    (or
     (and (part.live from) (or (channel.live from e!2) (channel.live e!2 from)))
     (and (other.part.live from) (or (other.channel.live from e!2) (other.channel.live e!2 from))))
    (and
     (= now other.now)
     (= (part.live from) (other.part.live from))
     (=> (part.live from) (forall ((p page)) (=> (page.owner p from) (other.page.owner p from))))
     (=> (part.live from) (forall ((p page)) (=> (other.page.owner p from) (page.owner p from))))
     (=>
      (part.live from)
      (forall ((p page))
       (=> (and (page.owner p from) (other.page.owner p from)) (= (page.contents p) (other.page.contents p)))))
     (=>
      (part.live from)
      (forall ((m part) (m!2 map.slot)) (=> (and (map.live m m!2) (= m from)) (and (other.map.live m m!2) (= m from)))))
     (=>
      (part.live from)
      (forall ((m part) (m!2 map.slot)) (=> (and (other.map.live m m!2) (= m from)) (and (map.live m m!2) (= m from)))))
     (=>
      (part.live from)
      (forall ((m part) (m!2 map.slot) (y page))
       (=>
        (and (and (map.live m m!2) (= m from)) (and (other.map.live m m!2) (= m from)))
        (= (map.target m m!2 y) (other.map.target m m!2 y)))))
     (=>
      (part.live from)
      (forall ((m part) (m!2 map.slot))
       (=>
        (and (and (map.live m m!2) (= m from)) (and (other.map.live m m!2) (= m from)))
        (= (map.writable m m!2) (other.map.writable m m!2)))))
     (=>
      (part.live from)
      (forall ((c part) (c!2 part))
       (=> (and (channel.live c c!2) (= c from)) (and (other.channel.live c c!2) (= c from)))))
     (=>
      (part.live from)
      (forall ((c part) (c!2 part))
       (=> (and (other.channel.live c c!2) (= c from)) (and (channel.live c c!2) (= c from)))))
     (=>
      (part.live from)
      (forall ((c part) (c!2 part))
       (=>
        (and (and (channel.live c c!2) (= c from)) (and (other.channel.live c c!2) (= c from)))
        (= (channel.full c c!2) (other.channel.full c c!2)))))
     (=>
      (part.live from)
      (forall ((d part) (d!2 part))
       (=> (and (channel.live d d!2) (= d!2 from)) (and (other.channel.live d d!2) (= d!2 from)))))
     (=>
      (part.live from)
      (forall ((d part) (d!2 part))
       (=> (and (other.channel.live d d!2) (= d!2 from)) (and (channel.live d d!2) (= d!2 from)))))
     (=>
      (part.live from)
      (forall ((d part) (d!2 part))
       (=>
        (and (and (channel.live d d!2) (= d!2 from)) (and (other.channel.live d d!2) (= d!2 from)))
        (= (channel.letter d d!2) (other.channel.letter d d!2)))))
     (=>
      (part.live from)
      (forall ((d part) (d!2 part))
       (=>
        (and (and (channel.live d d!2) (= d!2 from)) (and (other.channel.live d d!2) (= d!2 from)))
        (= (channel.full d d!2) (other.channel.full d d!2))))))))))

(push 1)
; part.isolated.kernel
(assert
 (not
  (and
   (= now other.now)
   (= (part.live e!2) (other.part.live e!2))
   (=>
    (part.live e!2)
    (forall ((p page))
     (=>
      (ite (= p p!2) (= e e!2) (and (not (= p p!2)) (page.owner p e!2)))
      (ite (= p p!2) (= e e!2) (and (not (= p p!2)) (other.page.owner p e!2))))))
   (=>
    (part.live e!2)
    (forall ((p page))
     (=>
      (ite (= p p!2) (= e e!2) (and (not (= p p!2)) (other.page.owner p e!2)))
      (ite (= p p!2) (= e e!2) (and (not (= p p!2)) (page.owner p e!2))))))
   (=>
    (part.live e!2)
    (forall ((p page))
     (=>
      (and
       (ite (= p p!2) (= e e!2) (and (not (= p p!2)) (page.owner p e!2)))
       (ite (= p p!2) (= e e!2) (and (not (= p p!2)) (other.page.owner p e!2))))
      (= (ite (= p p!2) 0 (page.contents p)) (ite (= p p!2) 0 (other.page.contents p))))))
   (=>
    (part.live e!2)
    (forall ((m part) (m!2 map.slot))
     (let ((it (not (and (= m m) (= m!2 m!2)))))
      (=>
       (and (ite (and (map.live m m!2) (map.target m m!2 p!2)) (and (map.live m m!2) it) (map.live m m!2)) (= m e!2))
       (and
        (ite
         (and (other.map.live m m!2) (other.map.target m m!2 p!2))
         (and (other.map.live m m!2) it)
         (other.map.live m m!2))
        (= m e!2))))))
   (=>
    (part.live e!2)
    (forall ((m part) (m!2 map.slot))
     (let ((it (not (and (= m m) (= m!2 m!2)))))
      (=>
       (and
        (ite
         (and (other.map.live m m!2) (other.map.target m m!2 p!2))
         (and (other.map.live m m!2) it)
         (other.map.live m m!2))
        (= m e!2))
       (and (ite (and (map.live m m!2) (map.target m m!2 p!2)) (and (map.live m m!2) it) (map.live m m!2)) (= m e!2))))))
   (=>
    (part.live e!2)
    (forall ((m part) (m!2 map.slot) (y page))
     (let ((it (and (map.live m m!2) (map.target m m!2 p!2))))
      (let ((it!2 (not (and (= m m) (= m!2 m!2)))))
       (let ((it!3 (and (other.map.live m m!2) (other.map.target m m!2 p!2))))
        (let ((it!4 (other.map.target m m!2 y)))
         (=>
          (and
           (and (ite it (and (map.live m m!2) it!2) (map.live m m!2)) (= m e!2))
           (and (ite it!3 (and (other.map.live m m!2) it!2) (other.map.live m m!2)) (= m e!2)))
          (= (ite it (and (map.target m m!2 y) it!2) (map.target m m!2 y)) (ite it!3 (and it!4 it!2) it!4)))))))))
   (=>
    (part.live e!2)
    (forall ((m part) (m!2 map.slot))
     (let ((it (not (and (= m m) (= m!2 m!2)))))
      (=>
       (and
        (and (ite (and (map.live m m!2) (map.target m m!2 p!2)) (and (map.live m m!2) it) (map.live m m!2)) (= m e!2))
        (and
         (ite
          (and (other.map.live m m!2) (other.map.target m m!2 p!2))
          (and (other.map.live m m!2) it)
          (other.map.live m m!2))
         (= m e!2)))
       (= (map.writable m m!2) (other.map.writable m m!2))))))
   (=>
    (part.live e!2)
    (forall ((c part) (c!2 part)) (=> (and (channel.live c c!2) (= c e!2)) (and (other.channel.live c c!2) (= c e!2)))))
   (=>
    (part.live e!2)
    (forall ((c part) (c!2 part)) (=> (and (other.channel.live c c!2) (= c e!2)) (and (channel.live c c!2) (= c e!2)))))
   (=>
    (part.live e!2)
    (forall ((c part) (c!2 part))
     (=>
      (and (and (channel.live c c!2) (= c e!2)) (and (other.channel.live c c!2) (= c e!2)))
      (= (channel.full c c!2) (other.channel.full c c!2)))))
   (=>
    (part.live e!2)
    (forall ((d part) (d!2 part))
     (=> (and (channel.live d d!2) (= d!2 e!2)) (and (other.channel.live d d!2) (= d!2 e!2)))))
   (=>
    (part.live e!2)
    (forall ((d part) (d!2 part))
     (=> (and (other.channel.live d d!2) (= d!2 e!2)) (and (channel.live d d!2) (= d!2 e!2)))))
   (=>
    (part.live e!2)
    (forall ((d part) (d!2 part))
     (=>
      (and (and (channel.live d d!2) (= d!2 e!2)) (and (other.channel.live d d!2) (= d!2 e!2)))
      (= (channel.letter d d!2) (other.channel.letter d d!2)))))
   (=>
    (part.live e!2)
    (forall ((d part) (d!2 part))
     (=>
      (and (and (channel.live d d!2) (= d!2 e!2)) (and (other.channel.live d d!2) (= d!2 e!2)))
      (= (channel.full d d!2) (other.channel.full d d!2))))))))
(check-sat)
(pop 1)
