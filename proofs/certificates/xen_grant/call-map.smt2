; xen_grant: what `map` keeps. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort domain 0)
(declare-sort gref.ref 0)
(declare-sort handle.slot 0)
(declare-sort page 0)
(declare-sort accept.ref 0)
(declare-fun g () domain)
(declare-fun g!2 () gref.ref)
(declare-fun gref.reading (domain gref.ref) Bool)
(declare-fun gref.writing (domain gref.ref) Bool)
(declare-fun r () Bool)
(declare-fun gref.hstr (domain gref.ref) Int)
(declare-fun host () Bool)
(declare-fun gref.hstw (domain gref.ref) Int)
(declare-fun gref.devr (domain gref.ref) Int)
(declare-fun device () Bool)
(declare-fun gref.devw (domain gref.ref) Int)
(declare-fun d () domain)
(declare-fun h () handle.slot)
(declare-fun handle.live (domain handle.slot) Bool)
(declare-fun gref.target (domain gref.ref page) Bool)
(declare-fun handle.target (domain handle.slot page) Bool)
(declare-fun handle.via (domain handle.slot domain gref.ref) Bool)
(declare-fun r!2 () Bool)
(declare-fun handle.rights.read (domain handle.slot) Bool)
(declare-fun handle.rights.write (domain handle.slot) Bool)
(declare-fun handle.host (domain handle.slot) Bool)
(declare-fun handle.device (domain handle.slot) Bool)
(declare-fun host_readers (domain gref.ref) Int)
(declare-fun host_writers (domain gref.ref) Int)
(declare-fun device_readers (domain gref.ref) Int)
(declare-fun device_writers (domain gref.ref) Int)
(declare-fun gref.holder (domain gref.ref domain) Bool)
(declare-fun gref.rights.read (domain gref.ref) Bool)
(declare-fun gref.rights.write (domain gref.ref) Bool)
(declare-fun now () Int)
(declare-fun page.owner (page domain) Bool)
(declare-fun gref.live (domain gref.ref) Bool)
(declare-fun accept.from (domain accept.ref domain) Bool)
(declare-fun accept.live (domain accept.ref) Bool)
(declare-fun accept.progress.completed (domain accept.ref) Bool)
(declare-fun accept.progress.committed (domain accept.ref) Bool)
(declare-fun accept.page (domain accept.ref page) Bool)
(declare-fun domain.live (domain) Bool)

; ---- the step, from the state before to the state after
(define-fun gref.reading.after ((x domain) (y gref.ref)) Bool (or (and (= x g) (= y g!2)) (gref.reading x y)))
(define-fun gref.writing.after ((x domain) (y gref.ref)) Bool
 (ite r (or (and (= x g) (= y g!2)) (gref.writing x y)) (gref.writing x y)))
(define-fun gref.hstr.after ((x domain) (y gref.ref)) Int
 (ite
  r
  (gref.hstr x y)
  (ite host (ite (and (= x g) (= y g!2)) (+ (gref.hstr g g!2) 1) (gref.hstr x y)) (gref.hstr x y))))
(define-fun gref.hstw.after ((x domain) (y gref.ref)) Int
 (ite
  r
  (ite host (ite (and (= x g) (= y g!2)) (+ (gref.hstw g g!2) 1) (gref.hstw x y)) (gref.hstw x y))
  (gref.hstw x y)))
(define-fun gref.devr.after ((x domain) (y gref.ref)) Int
 (ite
  r
  (gref.devr x y)
  (ite device (ite (and (= x g) (= y g!2)) (+ (gref.devr g g!2) 1) (gref.devr x y)) (gref.devr x y))))
(define-fun gref.devw.after ((x domain) (y gref.ref)) Int
 (ite
  r
  (ite device (ite (and (= x g) (= y g!2)) (+ (gref.devw g g!2) 1) (gref.devw x y)) (gref.devw x y))
  (gref.devw x y)))
(define-fun handle.live.after ((x domain) (y handle.slot)) Bool (or (and (= x d) (= y h)) (handle.live x y)))
(define-fun handle.target.after ((x domain) (y handle.slot) (z page)) Bool
 (ite (and (= x d) (= y h)) (gref.target g g!2 z) (handle.target x y z)))
(define-fun handle.via.after ((x domain) (y handle.slot) (z domain) (z!2 gref.ref)) Bool
 (ite (and (= x d) (= y h)) (and (= g z) (= g!2 z!2)) (handle.via x y z z!2)))
(define-fun handle.rights.read.after ((x domain) (y handle.slot)) Bool
 (ite (and (= x d) (= y h)) r!2 (handle.rights.read x y)))
(define-fun handle.rights.write.after ((x domain) (y handle.slot)) Bool
 (ite (and (= x d) (= y h)) r (handle.rights.write x y)))
(define-fun handle.host.after ((x domain) (y handle.slot)) Bool (ite (and (= x d) (= y h)) host (handle.host x y)))
(define-fun handle.device.after ((x domain) (y handle.slot)) Bool
 (ite (and (= x d) (= y h)) device (handle.device x y)))
(define-fun host_readers.after ((x domain) (y gref.ref)) Int
 (let ((it (handle.rights.write d h)))
  (-
   (+
    (host_readers x y)
    (ite
     (and
      (or (and (= d d) (= h h)) (handle.live d h))
      (and
       (ite (and (= d d) (= h h)) (and (= g x) (= g!2 y)) (handle.via d h x y))
       (ite (and (= d d) (= h h)) host (handle.host d h))
       (not (ite (and (= d d) (= h h)) r it))))
     1
     0))
   (ite (and (handle.live d h) (and (handle.via d h x y) (handle.host d h) (not it))) 1 0))))
(define-fun host_writers.after ((x domain) (y gref.ref)) Int
 (let ((it (handle.rights.write d h)))
  (-
   (+
    (host_writers x y)
    (ite
     (and
      (or (and (= d d) (= h h)) (handle.live d h))
      (and
       (ite (and (= d d) (= h h)) (and (= g x) (= g!2 y)) (handle.via d h x y))
       (ite (and (= d d) (= h h)) host (handle.host d h))
       (ite (and (= d d) (= h h)) r it)))
     1
     0))
   (ite (and (handle.live d h) (and (handle.via d h x y) (handle.host d h) it)) 1 0))))
(define-fun device_readers.after ((x domain) (y gref.ref)) Int
 (let ((it (handle.rights.write d h)))
  (-
   (+
    (device_readers x y)
    (ite
     (and
      (or (and (= d d) (= h h)) (handle.live d h))
      (and
       (ite (and (= d d) (= h h)) (and (= g x) (= g!2 y)) (handle.via d h x y))
       (ite (and (= d d) (= h h)) device (handle.device d h))
       (not (ite (and (= d d) (= h h)) r it))))
     1
     0))
   (ite (and (handle.live d h) (and (handle.via d h x y) (handle.device d h) (not it))) 1 0))))
(define-fun device_writers.after ((x domain) (y gref.ref)) Int
 (let ((it (handle.rights.write d h)))
  (-
   (+
    (device_writers x y)
    (ite
     (and
      (or (and (= d d) (= h h)) (handle.live d h))
      (and
       (ite (and (= d d) (= h h)) (and (= g x) (= g!2 y)) (handle.via d h x y))
       (ite (and (= d d) (= h h)) device (handle.device d h))
       (ite (and (= d d) (= h h)) r it)))
     1
     0))
   (ite (and (handle.live d h) (and (handle.via d h x y) (handle.device d h) it)) 1 0))))
(define-fun succeeds () Bool
 (and
  (and
   (and
    (and
     (and (gref.holder g g!2 d) (and r!2 (or host device)))
     (and (=> r!2 (gref.rights.read g g!2)) (=> r (gref.rights.write g g!2))))
    (and (< (gref.hstr g g!2) 127) (< (gref.hstw g g!2) 127)))
   (and (< (gref.devr g g!2) 127) (< (gref.devw g g!2) 127)))
  (not (handle.live d h))))

; ---- what is assumed
; what the types say
(assert (>= now 0))
(assert (forall ((x page) (y domain) (z domain)) (=> (and (page.owner x y) (page.owner x z)) (= y z))))
(assert (forall ((x domain) (x!2 gref.ref) (y page)) (=> (gref.target x x!2 y) (gref.live x x!2))))
(assert
 (forall ((x domain) (x!2 gref.ref) (y page) (z page)) (=> (and (gref.target x x!2 y) (gref.target x x!2 z)) (= y z))))
(assert (forall ((x domain) (x!2 gref.ref)) (=> (gref.live x x!2) (exists ((y page)) (gref.target x x!2 y)))))
(assert (forall ((x domain) (x!2 gref.ref) (y domain)) (=> (gref.holder x x!2 y) (gref.live x x!2))))
(assert
 (forall ((x domain) (x!2 gref.ref) (y domain) (z domain))
  (=> (and (gref.holder x x!2 y) (gref.holder x x!2 z)) (= y z))))
(assert (forall ((x domain) (x!2 gref.ref)) (=> (gref.live x x!2) (exists ((y domain)) (gref.holder x x!2 y)))))
(assert
 (forall ((x domain) (x!2 gref.ref)) (=> (gref.live x x!2) (and (>= (gref.hstr x x!2) 0) (<= (gref.hstr x x!2) 127)))))
(assert
 (forall ((x domain) (x!2 gref.ref)) (=> (gref.live x x!2) (and (>= (gref.hstw x x!2) 0) (<= (gref.hstw x x!2) 127)))))
(assert
 (forall ((x domain) (x!2 gref.ref)) (=> (gref.live x x!2) (and (>= (gref.devr x x!2) 0) (<= (gref.devr x x!2) 127)))))
(assert
 (forall ((x domain) (x!2 gref.ref)) (=> (gref.live x x!2) (and (>= (gref.devw x x!2) 0) (<= (gref.devw x x!2) 127)))))
(assert (forall ((x domain) (x!2 handle.slot) (y page)) (=> (handle.target x x!2 y) (handle.live x x!2))))
(assert
 (forall ((x domain) (x!2 handle.slot) (y page) (z page))
  (=> (and (handle.target x x!2 y) (handle.target x x!2 z)) (= y z))))
(assert (forall ((x domain) (x!2 handle.slot)) (=> (handle.live x x!2) (exists ((y page)) (handle.target x x!2 y)))))
(assert
 (forall ((x domain) (x!2 handle.slot) (y domain) (y!2 gref.ref)) (=> (handle.via x x!2 y y!2) (handle.live x x!2))))
(assert
 (forall ((x domain) (x!2 handle.slot) (y domain) (y!2 gref.ref) (z domain) (z!2 gref.ref))
  (=> (and (handle.via x x!2 y y!2) (handle.via x x!2 z z!2)) (and (= y z) (= y!2 z!2)))))
(assert
 (forall ((x domain) (x!2 handle.slot))
  (=> (handle.live x x!2) (exists ((y domain) (y!2 gref.ref)) (handle.via x x!2 y y!2)))))
(assert (forall ((x domain) (x!2 accept.ref) (y domain)) (=> (accept.from x x!2 y) (accept.live x x!2))))
(assert
 (forall ((x domain) (x!2 accept.ref) (y domain) (z domain))
  (=> (and (accept.from x x!2 y) (accept.from x x!2 z)) (= y z))))
(assert
 (forall ((x domain) (x!2 accept.ref)) (not (and (accept.progress.completed x x!2) (accept.progress.committed x x!2)))))
(assert (forall ((x domain) (x!2 accept.ref) (y page)) (=> (accept.page x x!2 y) (accept.live x x!2))))
(assert
 (forall ((x domain) (x!2 accept.ref) (y page) (z page)) (=> (and (accept.page x x!2 y) (accept.page x x!2 z)) (= y z))))
; pins_counted
(assert
 (forall ((g!3 domain) (g!4 gref.ref))
  (=>
   (gref.live g!3 g!4)
   (and
    (= (gref.hstr g!3 g!4) (host_readers g!3 g!4))
    (= (gref.hstw g!3 g!4) (host_writers g!3 g!4))
    (= (gref.devr g!3 g!4) (device_readers g!3 g!4))
    (= (gref.devw g!3 g!4) (device_writers g!3 g!4))))))
; reading_is
(assert
 (forall ((g!3 domain) (g!4 gref.ref))
  (let ((it (< 0 (+ (+ (+ (gref.hstr g!3 g!4) (gref.hstw g!3 g!4)) (gref.devr g!3 g!4)) (gref.devw g!3 g!4)))))
   (=> (gref.live g!3 g!4) (and (=> (gref.reading g!3 g!4) it) (=> it (gref.reading g!3 g!4)))))))
; writing_is
(assert
 (forall ((g!3 domain) (g!4 gref.ref))
  (let ((it (< 0 (+ (gref.hstw g!3 g!4) (gref.devw g!3 g!4)))))
   (=> (gref.live g!3 g!4) (and (=> (gref.writing g!3 g!4) it) (=> it (gref.writing g!3 g!4)))))))
; maps
(assert
 (forall ((h!2 domain) (h!3 handle.slot)) (=> (handle.live h!2 h!3) (or (handle.host h!2 h!3) (handle.device h!2 h!3)))))
; granter_owns
(assert
 (forall ((g!3 domain) (g!4 gref.ref))
  (=> (gref.live g!3 g!4) (forall ((target page)) (=> (gref.target g!3 g!4 target) (page.owner target g!3))))))
; arrives
(assert
 (forall ((a domain) (a!2 accept.ref))
  (=>
   (accept.live a a!2)
   (=>
    (and (accept.progress.committed a a!2) (not (accept.progress.completed a a!2)))
    (and
     (not (forall ((some page)) (not (accept.page a a!2 some))))
     (forall ((page page)) (=> (accept.page a a!2 page) (page.owner page a))))))))
; page.owner.refers
(assert (forall ((x page)) (forall ((named domain)) (=> (page.owner x named) (domain.live named)))))
; gref.granter.refers
(assert (forall ((x domain) (x!2 gref.ref)) (=> (gref.live x x!2) (domain.live x))))
; gref.holder.refers
(assert
 (forall ((x domain) (x!2 gref.ref))
  (=> (gref.live x x!2) (forall ((holder domain)) (=> (gref.holder x x!2 holder) (domain.live holder))))))
; gref.target_held
(assert
 (forall ((c domain) (c!2 gref.ref))
  (=>
   (gref.live c c!2)
   (not
    (exists ((target page)) (and (gref.target c c!2 target) (forall ((some domain)) (not (page.owner target some)))))))))
; handle.mapper.refers
(assert (forall ((x domain) (x!2 handle.slot)) (=> (handle.live x x!2) (domain.live x))))
; handle.via.refers
(assert
 (forall ((x domain) (x!2 handle.slot))
  (=>
   (handle.live x x!2)
   (forall ((via domain) (via!2 gref.ref)) (=> (handle.via x x!2 via via!2) (gref.live via via!2))))))
; handle.justified
(assert
 (forall ((m domain) (m!2 handle.slot))
  (=>
   (handle.live m m!2)
   (and
    (forall ((via domain) (via!2 gref.ref)) (=> (handle.via m m!2 via via!2) (gref.live via via!2)))
    (forall ((same page))
     (=
      (exists ((via domain) (via!2 gref.ref)) (and (handle.via m m!2 via via!2) (gref.target via via!2 same)))
      (handle.target m m!2 same)))
    (forall ((via domain) (via!2 gref.ref))
     (=>
      (handle.via m m!2 via via!2)
      (and
       (=> (handle.rights.read m m!2) (gref.rights.read via via!2))
       (=> (handle.rights.write m m!2) (gref.rights.write via via!2)))))
    (forall ((via domain) (via!2 gref.ref)) (=> (handle.via m m!2 via via!2) (gref.holder via via!2 m)))))))
; handle.no_dangling
(assert
 (forall ((m domain) (m!2 handle.slot))
  (=>
   (handle.live m m!2)
   (not
    (exists ((target page)) (and (handle.target m m!2 target) (forall ((some domain)) (not (page.owner target some)))))))))
; accept.taker.refers
(assert (forall ((x domain) (x!2 accept.ref)) (=> (accept.live x x!2) (domain.live x))))
; accept.from.refers
(assert
 (forall ((x domain) (x!2 accept.ref))
  (=> (accept.live x x!2) (forall ((named domain)) (=> (accept.from x x!2 named) (domain.live named))))))
; counts of the state before
(assert (forall ((group domain) (group!2 gref.ref)) (>= (host_readers group group!2) 0)))
(assert
 (forall ((group domain) (group!2 gref.ref) (counted domain) (counted!2 handle.slot))
  (=>
   (and
    (handle.live counted counted!2)
    (and
     (handle.via counted counted!2 group group!2)
     (handle.host counted counted!2)
     (not (handle.rights.write counted counted!2))))
   (>= (host_readers group group!2) 1))))
(assert (forall ((group domain) (group!2 gref.ref)) (>= (host_writers group group!2) 0)))
(assert
 (forall ((group domain) (group!2 gref.ref) (counted domain) (counted!2 handle.slot))
  (=>
   (and
    (handle.live counted counted!2)
    (and
     (handle.via counted counted!2 group group!2)
     (handle.host counted counted!2)
     (handle.rights.write counted counted!2)))
   (>= (host_writers group group!2) 1))))
(assert (forall ((group domain) (group!2 gref.ref)) (>= (device_readers group group!2) 0)))
(assert
 (forall ((group domain) (group!2 gref.ref) (counted domain) (counted!2 handle.slot))
  (=>
   (and
    (handle.live counted counted!2)
    (and
     (handle.via counted counted!2 group group!2)
     (handle.device counted counted!2)
     (not (handle.rights.write counted counted!2))))
   (>= (device_readers group group!2) 1))))
(assert (forall ((group domain) (group!2 gref.ref)) (>= (device_writers group group!2) 0)))
(assert
 (forall ((group domain) (group!2 gref.ref) (counted domain) (counted!2 handle.slot))
  (=>
   (and
    (handle.live counted counted!2)
    (and
     (handle.via counted counted!2 group group!2)
     (handle.device counted counted!2)
     (handle.rights.write counted counted!2)))
   (>= (device_writers group group!2) 1))))
; the step's arguments, and names for what it meets
(assert (gref.live g g!2))
(assert (domain.live d))
; counts of the state after
(assert (forall ((group domain) (group!2 gref.ref)) (>= (host_readers.after group group!2) 0)))
(assert
 (forall ((group domain) (group!2 gref.ref) (counted domain) (counted!2 handle.slot))
  (=>
   (and
    (handle.live.after counted counted!2)
    (and
     (handle.via.after counted counted!2 group group!2)
     (handle.host.after counted counted!2)
     (not (handle.rights.write.after counted counted!2))))
   (>= (host_readers.after group group!2) 1))))
(assert (forall ((group domain) (group!2 gref.ref)) (>= (host_writers.after group group!2) 0)))
(assert
 (forall ((group domain) (group!2 gref.ref) (counted domain) (counted!2 handle.slot))
  (=>
   (and
    (handle.live.after counted counted!2)
    (and
     (handle.via.after counted counted!2 group group!2)
     (handle.host.after counted counted!2)
     (handle.rights.write.after counted counted!2)))
   (>= (host_writers.after group group!2) 1))))
(assert (forall ((group domain) (group!2 gref.ref)) (>= (device_readers.after group group!2) 0)))
(assert
 (forall ((group domain) (group!2 gref.ref) (counted domain) (counted!2 handle.slot))
  (=>
   (and
    (handle.live.after counted counted!2)
    (and
     (handle.via.after counted counted!2 group group!2)
     (handle.device.after counted counted!2)
     (not (handle.rights.write.after counted counted!2))))
   (>= (device_readers.after group group!2) 1))))
(assert (forall ((group domain) (group!2 gref.ref)) (>= (device_writers.after group group!2) 0)))
(assert
 (forall ((group domain) (group!2 gref.ref) (counted domain) (counted!2 handle.slot))
  (=>
   (and
    (handle.live.after counted counted!2)
    (and
     (handle.via.after counted counted!2 group group!2)
     (handle.device.after counted counted!2)
     (handle.rights.write.after counted counted!2)))
   (>= (device_writers.after group group!2) 1))))

(push 1)
; pins_counted
(assert
 (not
  (=>
   succeeds
   (forall ((g!3 domain) (g!4 gref.ref))
    (=>
     (gref.live g!3 g!4)
     (and
      (= (gref.hstr.after g!3 g!4) (host_readers.after g!3 g!4))
      (= (gref.hstw.after g!3 g!4) (host_writers.after g!3 g!4))
      (= (gref.devr.after g!3 g!4) (device_readers.after g!3 g!4))
      (= (gref.devw.after g!3 g!4) (device_writers.after g!3 g!4))))))))
(check-sat)
(pop 1)

(push 1)
; reading_is
(assert
 (not
  (=>
   succeeds
   (forall ((g!3 domain) (g!4 gref.ref))
    (let ((it (gref.reading.after g!3 g!4)))
     (let ((it!2
            (<
             0
             (+
              (+ (+ (gref.hstr.after g!3 g!4) (gref.hstw.after g!3 g!4)) (gref.devr.after g!3 g!4))
              (gref.devw.after g!3 g!4)))))
      (=> (gref.live g!3 g!4) (and (=> it it!2) (=> it!2 it)))))))))
(check-sat)
(pop 1)

(push 1)
; writing_is
(assert
 (not
  (=>
   succeeds
   (forall ((g!3 domain) (g!4 gref.ref))
    (let ((it (gref.writing.after g!3 g!4)))
     (let ((it!2 (< 0 (+ (gref.hstw.after g!3 g!4) (gref.devw.after g!3 g!4)))))
      (=> (gref.live g!3 g!4) (and (=> it it!2) (=> it!2 it)))))))))
(check-sat)
(pop 1)

(push 1)
; maps
(assert
 (not
  (=>
   succeeds
   (forall ((h!2 domain) (h!3 handle.slot))
    (=> (handle.live.after h!2 h!3) (or (handle.host.after h!2 h!3) (handle.device.after h!2 h!3)))))))
(check-sat)
(pop 1)

(push 1)
; granter_owns
(assert
 (not
  (=>
   succeeds
   (forall ((g!3 domain) (g!4 gref.ref))
    (=> (gref.live g!3 g!4) (forall ((target page)) (=> (gref.target g!3 g!4 target) (page.owner target g!3))))))))
(check-sat)
(pop 1)

(push 1)
; arrives
(assert
 (not
  (=>
   succeeds
   (forall ((a domain) (a!2 accept.ref))
    (=>
     (accept.live a a!2)
     (=>
      (and (accept.progress.committed a a!2) (not (accept.progress.completed a a!2)))
      (and
       (not (forall ((some page)) (not (accept.page a a!2 some))))
       (forall ((page page)) (=> (accept.page a a!2 page) (page.owner page a))))))))))
(check-sat)
(pop 1)

(push 1)
; committed_stays
(assert
 (not
  (=>
   succeeds
   (forall ((a domain) (a!2 accept.ref))
    (let ((it (accept.progress.committed a a!2)))
     (let ((it!2 (not (accept.progress.completed a a!2))))
      (=>
       (or (accept.live a a!2) (accept.live a a!2))
       (=>
        (and (and (accept.live a a!2) (and it it!2)) (domain.live a))
        (and (accept.live a a!2) (not (and (not it) it!2)))))))))))
(check-sat)
(pop 1)

(push 1)
; unused_when_ended
(assert
 (not
  (=>
   succeeds
   (forall ((g!3 domain) (g!4 gref.ref))
    (=>
     (or (gref.live g!3 g!4) (gref.live g!3 g!4))
     (=>
      (and (and (gref.live g!3 g!4) (or (gref.reading g!3 g!4) (gref.writing g!3 g!4))) (not (gref.live g!3 g!4)))
      (not (exists ((holder domain)) (and (gref.holder g!3 g!4 holder) (domain.live holder))))))))))
(check-sat)
(pop 1)

(push 1)
; no_remap
(assert
 (not
  (=>
   succeeds
   (forall ((h!2 domain) (h!3 handle.slot))
    (let ((it (handle.live.after h!2 h!3)))
     (=>
      (or (handle.live h!2 h!3) it)
      (=>
       (and (handle.live h!2 h!3) it)
       (and
        (forall ((same page)) (= (handle.target.after h!2 h!3 same) (handle.target h!2 h!3 same)))
        (forall ((same domain) (same!2 gref.ref))
         (= (handle.via.after h!2 h!3 same same!2) (handle.via h!2 h!3 same same!2)))
        (and
         (= (handle.rights.read.after h!2 h!3) (handle.rights.read h!2 h!3))
         (= (handle.rights.write.after h!2 h!3) (handle.rights.write h!2 h!3)))
        (=> (handle.host.after h!2 h!3) (handle.host h!2 h!3))
        (=> (handle.device.after h!2 h!3) (handle.device h!2 h!3))))))))))
(check-sat)
(pop 1)

(push 1)
; map.defined
(assert
 (let ((it (and (gref.holder g g!2 d) (and r!2 (or host device)))))
  (let ((it!2 (and it (and (=> r!2 (gref.rights.read g g!2)) (=> r (gref.rights.write g g!2))))))
   (let ((it!3 (< (gref.hstr g g!2) 127)))
    (let ((it!4 (=> succeeds (gref.live g g!2))))
     (let ((it!5 (=> succeeds (=> (and r host) (gref.live g g!2)))))
      (let ((it!6 (=> succeeds (=> (and r device) (gref.live g g!2)))))
       (let ((it!7 (=> succeeds (=> (and (not r) host) (gref.live g g!2)))))
        (let ((it!8 (=> succeeds (=> (and (not r) device) (gref.live g g!2)))))
         (not
          (and
           (gref.live g g!2)
           (=> it (gref.live g g!2))
           (=> it!2 (and (gref.live g g!2) (=> it!3 (gref.live g g!2))))
           (=>
            (and it!2 (and it!3 (< (gref.hstw g g!2) 127)))
            (and (gref.live g g!2) (=> (< (gref.devr g g!2) 127) (gref.live g g!2))))
           it!4
           (=> succeeds (=> r (gref.live g g!2)))
           it!5
           it!5
           (=> succeeds (=> (and r host) (and (>= (+ (gref.hstw g g!2) 1) 0) (<= (+ (gref.hstw g g!2) 1) 127))))
           it!6
           it!6
           (=> succeeds (=> (and r device) (and (>= (+ (gref.devw g g!2) 1) 0) (<= (+ (gref.devw g g!2) 1) 127))))
           it!7
           it!7
           (=> succeeds (=> (and (not r) host) (and (>= (+ (gref.hstr g g!2) 1) 0) (<= (+ (gref.hstr g g!2) 1) 127))))
           it!8
           it!8
           (=> succeeds (=> (and (not r) device) (and (>= (+ (gref.devr g g!2) 1) 0) (<= (+ (gref.devr g g!2) 1) 127))))
           it!4
           (=> succeeds (>= now 0))
           (=> succeeds (forall ((x page) (y domain) (z domain)) (=> (and (page.owner x y) (page.owner x z)) (= y z))))
           (=> succeeds (forall ((x domain) (x!2 gref.ref) (y page)) (=> (gref.target x x!2 y) (gref.live x x!2))))
           (=>
            succeeds
            (forall ((x domain) (x!2 gref.ref) (y page) (z page))
             (=> (and (gref.target x x!2 y) (gref.target x x!2 z)) (= y z))))
           (=>
            succeeds
            (forall ((x domain) (x!2 gref.ref)) (=> (gref.live x x!2) (exists ((y page)) (gref.target x x!2 y)))))
           (=> succeeds (forall ((x domain) (x!2 gref.ref) (y domain)) (=> (gref.holder x x!2 y) (gref.live x x!2))))
           (=>
            succeeds
            (forall ((x domain) (x!2 gref.ref) (y domain) (z domain))
             (=> (and (gref.holder x x!2 y) (gref.holder x x!2 z)) (= y z))))
           (=>
            succeeds
            (forall ((x domain) (x!2 gref.ref)) (=> (gref.live x x!2) (exists ((y domain)) (gref.holder x x!2 y)))))
           (=>
            succeeds
            (forall ((x domain) (x!2 gref.ref))
             (=> (gref.live x x!2) (and (>= (gref.hstr.after x x!2) 0) (<= (gref.hstr.after x x!2) 127)))))
           (=>
            succeeds
            (forall ((x domain) (x!2 gref.ref))
             (=> (gref.live x x!2) (and (>= (gref.hstw.after x x!2) 0) (<= (gref.hstw.after x x!2) 127)))))
           (=>
            succeeds
            (forall ((x domain) (x!2 gref.ref))
             (=> (gref.live x x!2) (and (>= (gref.devr.after x x!2) 0) (<= (gref.devr.after x x!2) 127)))))
           (=>
            succeeds
            (forall ((x domain) (x!2 gref.ref))
             (=> (gref.live x x!2) (and (>= (gref.devw.after x x!2) 0) (<= (gref.devw.after x x!2) 127)))))
           (=>
            succeeds
            (forall ((x domain) (x!2 handle.slot) (y page))
             (=> (handle.target.after x x!2 y) (handle.live.after x x!2))))
           (=>
            succeeds
            (forall ((x domain) (x!2 handle.slot) (y page) (z page))
             (=> (and (handle.target.after x x!2 y) (handle.target.after x x!2 z)) (= y z))))
           (=>
            succeeds
            (forall ((x domain) (x!2 handle.slot))
             (=> (handle.live.after x x!2) (exists ((y page)) (handle.target.after x x!2 y)))))
           (=>
            succeeds
            (forall ((x domain) (x!2 handle.slot) (y domain) (y!2 gref.ref))
             (=> (handle.via.after x x!2 y y!2) (handle.live.after x x!2))))
           (=>
            succeeds
            (forall ((x domain) (x!2 handle.slot) (y domain) (y!2 gref.ref) (z domain) (z!2 gref.ref))
             (=> (and (handle.via.after x x!2 y y!2) (handle.via.after x x!2 z z!2)) (and (= y z) (= y!2 z!2)))))
           (=>
            succeeds
            (forall ((x domain) (x!2 handle.slot))
             (=> (handle.live.after x x!2) (exists ((y domain) (y!2 gref.ref)) (handle.via.after x x!2 y y!2)))))
           (=>
            succeeds
            (forall ((x domain) (x!2 accept.ref) (y domain)) (=> (accept.from x x!2 y) (accept.live x x!2))))
           (=>
            succeeds
            (forall ((x domain) (x!2 accept.ref) (y domain) (z domain))
             (=> (and (accept.from x x!2 y) (accept.from x x!2 z)) (= y z))))
           (=>
            succeeds
            (forall ((x domain) (x!2 accept.ref))
             (not (and (accept.progress.completed x x!2) (accept.progress.committed x x!2)))))
           (=> succeeds (forall ((x domain) (x!2 accept.ref) (y page)) (=> (accept.page x x!2 y) (accept.live x x!2))))
           (=>
            succeeds
            (forall ((x domain) (x!2 accept.ref) (y page) (z page))
             (=> (and (accept.page x x!2 y) (accept.page x x!2 z)) (= y z)))))))))))))))
(check-sat)
(pop 1)

(push 1)
; committed_stays.defined
(assert
 (not
  (=>
   succeeds
   (forall ((a domain) (a!2 accept.ref))
    (=>
     (or (accept.live a a!2) (accept.live a a!2))
     (and
      (=> (accept.live a a!2) (accept.live a a!2))
      (=>
       (and
        (and (accept.live a a!2) (and (accept.progress.committed a a!2) (not (accept.progress.completed a a!2))))
        (domain.live a))
       (=> (accept.live a a!2) (and (and (accept.live a a!2) (accept.live a a!2)) (accept.live a a!2))))))))))
(check-sat)
(pop 1)

(push 1)
; unused_when_ended.defined
(assert
 (not
  (=>
   succeeds
   (forall ((g!3 domain) (g!4 gref.ref))
    (=>
     (or (gref.live g!3 g!4) (gref.live g!3 g!4))
     (and
      (=> (gref.live g!3 g!4) (and (gref.live g!3 g!4) (or (gref.reading g!3 g!4) (gref.live g!3 g!4))))
      (=>
       (and (and (gref.live g!3 g!4) (or (gref.reading g!3 g!4) (gref.writing g!3 g!4))) (not (gref.live g!3 g!4)))
       (gref.live g!3 g!4))))))))
(check-sat)
(pop 1)

(push 1)
; no_remap.defined
(assert
 (not
  (=>
   succeeds
   (forall ((h!2 domain) (h!3 handle.slot))
    (let ((it (handle.live.after h!2 h!3)))
     (let ((it!2 (and it (handle.live h!2 h!3))))
      (let ((it!3 (handle.host.after h!2 h!3)))
       (=>
        (or (handle.live h!2 h!3) it)
        (=>
         (and (handle.live h!2 h!3) it)
         (and
          it!2
          (=>
           (forall ((same page)) (= (handle.target.after h!2 h!3 same) (handle.target h!2 h!3 same)))
           (and
            it!2
            (=>
             (forall ((same domain) (same!2 gref.ref))
              (= (handle.via.after h!2 h!3 same same!2) (handle.via h!2 h!3 same same!2)))
             (and
              it!2
              (=>
               (and
                (= (handle.rights.read.after h!2 h!3) (handle.rights.read h!2 h!3))
                (= (handle.rights.write.after h!2 h!3) (handle.rights.write h!2 h!3)))
               (and
                (and it (=> it!3 (handle.live h!2 h!3)))
                (=> (=> it!3 (handle.host h!2 h!3)) (and it (=> (handle.device.after h!2 h!3) (handle.live h!2 h!3))))))))))))))))))))
(check-sat)
(pop 1)

(push 1)
; page.owner.refers
(assert (not (=> succeeds (forall ((x page)) (forall ((named domain)) (=> (page.owner x named) (domain.live named)))))))
(check-sat)
(pop 1)

(push 1)
; page.reclaimed
(assert
 (not
  (=>
   succeeds
   (forall ((p page) (e domain))
    (=>
     (or (domain.live e) (domain.live e))
     (=>
      (and (page.owner p e) (not (page.owner p e)))
      (and
       (not (exists ((c domain) (c!2 gref.ref)) (and (gref.live c c!2) (gref.target c c!2 p))))
       (not (exists ((c domain) (c!2 handle.slot)) (and (handle.live.after c c!2) (handle.target.after c c!2 p)))))))))))
(check-sat)
(pop 1)

(push 1)
; gref.granter.refers
(assert (not (=> succeeds (forall ((x domain) (x!2 gref.ref)) (=> (gref.live x x!2) (domain.live x))))))
(check-sat)
(pop 1)

(push 1)
; gref.target.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; gref.holder.refers
(assert
 (not
  (=>
   succeeds
   (forall ((x domain) (x!2 gref.ref))
    (=> (gref.live x x!2) (forall ((holder domain)) (=> (gref.holder x x!2 holder) (domain.live holder))))))))
(check-sat)
(pop 1)

(push 1)
; gref.target_held
(assert
 (not
  (=>
   succeeds
   (forall ((c domain) (c!2 gref.ref))
    (=>
     (gref.live c c!2)
     (not
      (exists ((target page)) (and (gref.target c c!2 target) (forall ((some domain)) (not (page.owner target some)))))))))))
(check-sat)
(pop 1)

(push 1)
; handle.mapper.refers
(assert (not (=> succeeds (forall ((x domain) (x!2 handle.slot)) (=> (handle.live.after x x!2) (domain.live x))))))
(check-sat)
(pop 1)

(push 1)
; handle.target.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; handle.via.refers
(assert
 (not
  (=>
   succeeds
   (forall ((x domain) (x!2 handle.slot))
    (=>
     (handle.live.after x x!2)
     (forall ((via domain) (via!2 gref.ref)) (=> (handle.via.after x x!2 via via!2) (gref.live via via!2))))))))
(check-sat)
(pop 1)

(push 1)
; handle.justified
(assert
 (not
  (=>
   succeeds
   (forall ((m domain) (m!2 handle.slot))
    (=>
     (handle.live.after m m!2)
     (and
      (forall ((via domain) (via!2 gref.ref)) (=> (handle.via.after m m!2 via via!2) (gref.live via via!2)))
      (forall ((same page))
       (=
        (exists ((via domain) (via!2 gref.ref)) (and (handle.via.after m m!2 via via!2) (gref.target via via!2 same)))
        (handle.target.after m m!2 same)))
      (forall ((via domain) (via!2 gref.ref))
       (=>
        (handle.via.after m m!2 via via!2)
        (and
         (=> (handle.rights.read.after m m!2) (gref.rights.read via via!2))
         (=> (handle.rights.write.after m m!2) (gref.rights.write via via!2)))))
      (forall ((via domain) (via!2 gref.ref)) (=> (handle.via.after m m!2 via via!2) (gref.holder via via!2 m)))))))))
(check-sat)
(pop 1)

(push 1)
; handle.no_dangling
(assert
 (not
  (=>
   succeeds
   (forall ((m domain) (m!2 handle.slot))
    (=>
     (handle.live.after m m!2)
     (not
      (exists ((target page))
       (and (handle.target.after m m!2 target) (forall ((some domain)) (not (page.owner target some)))))))))))
(check-sat)
(pop 1)

(push 1)
; accept.taker.refers
(assert (not (=> succeeds (forall ((x domain) (x!2 accept.ref)) (=> (accept.live x x!2) (domain.live x))))))
(check-sat)
(pop 1)

(push 1)
; accept.from.refers
(assert
 (not
  (=>
   succeeds
   (forall ((x domain) (x!2 accept.ref))
    (=> (accept.live x x!2) (forall ((named domain)) (=> (accept.from x x!2 named) (domain.live named))))))))
(check-sat)
(pop 1)

(push 1)
; accept.page.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; confined
(assert
 (not
  (=>
   succeeds
   (forall ((x domain) (p page))
    (=>
     (or (domain.live x) (domain.live x))
     (=>
      (and
       (not
        (or
         (page.owner p x)
         (exists ((g!3 domain) (g!4 gref.ref))
          (and (gref.live g!3 g!4) (and (gref.target g!3 g!4 p) (gref.holder g!3 g!4 x))))))
       (or
        (page.owner p x)
        (exists ((g!3 domain) (g!4 gref.ref))
         (and (gref.live g!3 g!4) (and (gref.target g!3 g!4 p) (gref.holder g!3 g!4 x))))))
      (or
       (and (forall ((some domain)) (not (page.owner p some))) (= d x))
       (or
        (page.owner p d)
        (exists ((g!3 domain) (g!4 gref.ref))
         (and (gref.live g!3 g!4) (and (gref.target g!3 g!4 p) (gref.holder g!3 g!4 d))))))))))))
(check-sat)
(pop 1)

(push 1)
; integrity, part 1 of 6
(assert false)
(check-sat)
(pop 1)

(push 1)
; integrity, part 2 of 6
(assert
 (not
  (=>
   succeeds
   (forall ((c domain) (c!2 gref.ref) (p page))
    (let ((it (and (gref.live c c!2) (gref.target c c!2 p))))
     (let ((it!2 (gref.reading.after c c!2)))
      (let ((it!3 (gref.writing.after c c!2)))
       (=>
        (or (gref.live c c!2) (gref.live c c!2))
        (=>
         (and
          (or it it)
          (or
           (not (gref.live c c!2))
           (not (gref.live c c!2))
           (not (and (=> it!2 (gref.reading c c!2)) (=> (gref.reading c c!2) it!2)))
           (not (and (=> it!3 (gref.writing c c!2)) (=> (gref.writing c c!2) it!3)))
           (not (= (gref.hstr.after c c!2) (gref.hstr c c!2)))
           (not (= (gref.hstw.after c c!2) (gref.hstw c c!2)))
           (not (= (gref.devr.after c c!2) (gref.devr c c!2)))
           (not (= (gref.devw.after c c!2) (gref.devw c c!2)))))
         (or
          (forall ((some domain)) (not (page.owner p some)))
          (or
           (page.owner p d)
           (exists ((g!3 domain) (g!4 gref.ref))
            (and (gref.live g!3 g!4) (and (gref.target g!3 g!4 p) (gref.holder g!3 g!4 d)))))))))))))))
(check-sat)
(pop 1)

(push 1)
; integrity, part 3 of 6
(assert
 (not
  (=>
   succeeds
   (forall ((c domain) (c!2 handle.slot) (p page))
    (let ((it (handle.live.after c c!2)))
     (let ((it!2 (handle.host.after c c!2)))
      (let ((it!3 (handle.device.after c c!2)))
       (=>
        (or (handle.live c c!2) it)
        (=>
         (and
          (or (and (handle.live c c!2) (handle.target c c!2 p)) (and it (handle.target.after c c!2 p)))
          (or
           (not (handle.live c c!2))
           (not it)
           (not (forall ((same page)) (= (handle.target.after c c!2 same) (handle.target c c!2 same))))
           (not
            (forall ((same domain) (same!2 gref.ref))
             (= (handle.via.after c c!2 same same!2) (handle.via c c!2 same same!2))))
           (not
            (and
             (= (handle.rights.read.after c c!2) (handle.rights.read c c!2))
             (= (handle.rights.write.after c c!2) (handle.rights.write c c!2))))
           (not (and (=> it!2 (handle.host c c!2)) (=> (handle.host c c!2) it!2)))
           (not (and (=> it!3 (handle.device c c!2)) (=> (handle.device c c!2) it!3)))))
         (or
          (forall ((some domain)) (not (page.owner p some)))
          (or
           (page.owner p d)
           (exists ((g!3 domain) (g!4 gref.ref))
            (and (gref.live g!3 g!4) (and (gref.target g!3 g!4 p) (gref.holder g!3 g!4 d)))))))))))))))
(check-sat)
(pop 1)

(push 1)
; integrity, part 4 of 6
(assert false)
(check-sat)
(pop 1)

(push 1)
; integrity, part 5 of 6
(assert false)
(check-sat)
(pop 1)

(push 1)
; integrity, part 6 of 6
(assert false)
(check-sat)
(pop 1)
