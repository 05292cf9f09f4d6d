; xen_grant: what `retire` keeps. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort domain 0)
(declare-sort accept.ref 0)
(declare-sort page 0)
(declare-sort gref.ref 0)
(declare-sort handle.slot 0)
(declare-fun accept.live (domain accept.ref) Bool)
(declare-fun d () domain)
(declare-fun i () accept.ref)
(declare-fun accept.from (domain accept.ref domain) Bool)
(declare-fun accept.page (domain accept.ref page) Bool)
(declare-fun accept.progress.committed (domain accept.ref) Bool)
(declare-fun accept.progress.completed (domain accept.ref) Bool)
(declare-fun now () Int)
(declare-fun page.owner (page domain) Bool)
(declare-fun gref.target (domain gref.ref page) Bool)
(declare-fun gref.live (domain gref.ref) Bool)
(declare-fun gref.holder (domain gref.ref domain) Bool)
(declare-fun gref.hstr (domain gref.ref) Int)
(declare-fun gref.hstw (domain gref.ref) Int)
(declare-fun gref.devr (domain gref.ref) Int)
(declare-fun gref.devw (domain gref.ref) Int)
(declare-fun handle.target (domain handle.slot page) Bool)
(declare-fun handle.live (domain handle.slot) Bool)
(declare-fun handle.via (domain handle.slot domain gref.ref) Bool)
(declare-fun host_readers (domain gref.ref) Int)
(declare-fun host_writers (domain gref.ref) Int)
(declare-fun device_readers (domain gref.ref) Int)
(declare-fun device_writers (domain gref.ref) Int)
(declare-fun gref.reading (domain gref.ref) Bool)
(declare-fun gref.writing (domain gref.ref) Bool)
(declare-fun handle.host (domain handle.slot) Bool)
(declare-fun handle.device (domain handle.slot) Bool)
(declare-fun domain.live (domain) Bool)
(declare-fun handle.rights.read (domain handle.slot) Bool)
(declare-fun gref.rights.read (domain gref.ref) Bool)
(declare-fun handle.rights.write (domain handle.slot) Bool)
(declare-fun gref.rights.write (domain gref.ref) Bool)

; ---- the step, from the state before to the state after
(define-fun accept.live.after ((x domain) (y accept.ref)) Bool (and (accept.live x y) (not (and (= x d) (= y i)))))
(define-fun accept.from.after ((x domain) (y accept.ref) (z domain)) Bool
 (and (accept.from x y z) (not (and (= x d) (= y i)))))
(define-fun accept.page.after ((x domain) (y accept.ref) (z page)) Bool
 (and (accept.page x y z) (not (and (= x d) (= y i)))))
(define-fun succeeds () Bool
 (and (accept.live d i) (not (and (accept.progress.committed d i) (not (accept.progress.completed d i))))))

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
 (forall ((g domain) (g!2 gref.ref))
  (=>
   (gref.live g g!2)
   (and
    (= (gref.hstr g g!2) (host_readers g g!2))
    (= (gref.hstw g g!2) (host_writers g g!2))
    (= (gref.devr g g!2) (device_readers g g!2))
    (= (gref.devw g g!2) (device_writers g g!2))))))
; reading_is
(assert
 (forall ((g domain) (g!2 gref.ref))
  (let ((it (< 0 (+ (+ (+ (gref.hstr g g!2) (gref.hstw g g!2)) (gref.devr g g!2)) (gref.devw g g!2)))))
   (=> (gref.live g g!2) (and (=> (gref.reading g g!2) it) (=> it (gref.reading g g!2)))))))
; writing_is
(assert
 (forall ((g domain) (g!2 gref.ref))
  (let ((it (< 0 (+ (gref.hstw g g!2) (gref.devw g g!2)))))
   (=> (gref.live g g!2) (and (=> (gref.writing g g!2) it) (=> it (gref.writing g g!2)))))))
; maps
(assert (forall ((h domain) (h!2 handle.slot)) (=> (handle.live h h!2) (or (handle.host h h!2) (handle.device h h!2)))))
; granter_owns
(assert
 (forall ((g domain) (g!2 gref.ref))
  (=> (gref.live g g!2) (forall ((target page)) (=> (gref.target g g!2 target) (page.owner target g))))))
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
(assert (domain.live d))
; counts of the state after
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

(push 1)
; pins_counted
(assert
 (not
  (=>
   succeeds
   (forall ((g domain) (g!2 gref.ref))
    (=>
     (gref.live g g!2)
     (and
      (= (gref.hstr g g!2) (host_readers g g!2))
      (= (gref.hstw g g!2) (host_writers g g!2))
      (= (gref.devr g g!2) (device_readers g g!2))
      (= (gref.devw g g!2) (device_writers g g!2))))))))
(check-sat)
(pop 1)

(push 1)
; reading_is
(assert
 (not
  (=>
   succeeds
   (forall ((g domain) (g!2 gref.ref))
    (let ((it (< 0 (+ (+ (+ (gref.hstr g g!2) (gref.hstw g g!2)) (gref.devr g g!2)) (gref.devw g g!2)))))
     (=> (gref.live g g!2) (and (=> (gref.reading g g!2) it) (=> it (gref.reading g g!2)))))))))
(check-sat)
(pop 1)

(push 1)
; writing_is
(assert
 (not
  (=>
   succeeds
   (forall ((g domain) (g!2 gref.ref))
    (let ((it (< 0 (+ (gref.hstw g g!2) (gref.devw g g!2)))))
     (=> (gref.live g g!2) (and (=> (gref.writing g g!2) it) (=> it (gref.writing g g!2)))))))))
(check-sat)
(pop 1)

(push 1)
; maps
(assert
 (not
  (=>
   succeeds
   (forall ((h domain) (h!2 handle.slot)) (=> (handle.live h h!2) (or (handle.host h h!2) (handle.device h h!2)))))))
(check-sat)
(pop 1)

(push 1)
; granter_owns
(assert
 (not
  (=>
   succeeds
   (forall ((g domain) (g!2 gref.ref))
    (=> (gref.live g g!2) (forall ((target page)) (=> (gref.target g g!2 target) (page.owner target g))))))))
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
     (accept.live.after a a!2)
     (=>
      (and (accept.progress.committed a a!2) (not (accept.progress.completed a a!2)))
      (and
       (not (forall ((some page)) (not (accept.page.after a a!2 some))))
       (forall ((page page)) (=> (accept.page.after a a!2 page) (page.owner page a))))))))))
(check-sat)
(pop 1)

(push 1)
; committed_stays
(assert
 (not
  (=>
   succeeds
   (forall ((a domain) (a!2 accept.ref))
    (let ((it (accept.live.after a a!2)))
     (let ((it!2 (accept.progress.committed a a!2)))
      (let ((it!3 (not (accept.progress.completed a a!2))))
       (=>
        (or (accept.live a a!2) it)
        (=>
         (and (and (accept.live a a!2) (and it!2 it!3)) (domain.live a))
         (and
          it
          (forall ((same page)) (= (accept.page.after a a!2 same) (accept.page a a!2 same)))
          (not (and (not it!2) it!3))))))))))))
(check-sat)
(pop 1)

(push 1)
; unused_when_ended
(assert
 (not
  (=>
   succeeds
   (forall ((g domain) (g!2 gref.ref))
    (=>
     (or (gref.live g g!2) (gref.live g g!2))
     (=>
      (and (and (gref.live g g!2) (or (gref.reading g g!2) (gref.writing g g!2))) (not (gref.live g g!2)))
      (not (exists ((holder domain)) (and (gref.holder g g!2 holder) (domain.live holder))))))))))
(check-sat)
(pop 1)

(push 1)
; no_remap
(assert
 (not
  (=>
   succeeds
   (forall ((h domain) (h!2 handle.slot))
    (=>
     (or (handle.live h h!2) (handle.live h h!2))
     (=>
      (and (handle.live h h!2) (handle.live h h!2))
      (and (=> (handle.host h h!2) (handle.host h h!2)) (=> (handle.device h h!2) (handle.device h h!2)))))))))
(check-sat)
(pop 1)

(push 1)
; retire.defined
(assert
 (not
  (and
   (=> (accept.live d i) (accept.live d i))
   (=> succeeds (accept.live d i))
   (=> succeeds (>= now 0))
   (=> succeeds (forall ((x page) (y domain) (z domain)) (=> (and (page.owner x y) (page.owner x z)) (= y z))))
   (=> succeeds (forall ((x domain) (x!2 gref.ref) (y page)) (=> (gref.target x x!2 y) (gref.live x x!2))))
   (=>
    succeeds
    (forall ((x domain) (x!2 gref.ref) (y page) (z page))
     (=> (and (gref.target x x!2 y) (gref.target x x!2 z)) (= y z))))
   (=> succeeds (forall ((x domain) (x!2 gref.ref)) (=> (gref.live x x!2) (exists ((y page)) (gref.target x x!2 y)))))
   (=> succeeds (forall ((x domain) (x!2 gref.ref) (y domain)) (=> (gref.holder x x!2 y) (gref.live x x!2))))
   (=>
    succeeds
    (forall ((x domain) (x!2 gref.ref) (y domain) (z domain))
     (=> (and (gref.holder x x!2 y) (gref.holder x x!2 z)) (= y z))))
   (=> succeeds (forall ((x domain) (x!2 gref.ref)) (=> (gref.live x x!2) (exists ((y domain)) (gref.holder x x!2 y)))))
   (=>
    succeeds
    (forall ((x domain) (x!2 gref.ref))
     (=> (gref.live x x!2) (and (>= (gref.hstr x x!2) 0) (<= (gref.hstr x x!2) 127)))))
   (=>
    succeeds
    (forall ((x domain) (x!2 gref.ref))
     (=> (gref.live x x!2) (and (>= (gref.hstw x x!2) 0) (<= (gref.hstw x x!2) 127)))))
   (=>
    succeeds
    (forall ((x domain) (x!2 gref.ref))
     (=> (gref.live x x!2) (and (>= (gref.devr x x!2) 0) (<= (gref.devr x x!2) 127)))))
   (=>
    succeeds
    (forall ((x domain) (x!2 gref.ref))
     (=> (gref.live x x!2) (and (>= (gref.devw x x!2) 0) (<= (gref.devw x x!2) 127)))))
   (=> succeeds (forall ((x domain) (x!2 handle.slot) (y page)) (=> (handle.target x x!2 y) (handle.live x x!2))))
   (=>
    succeeds
    (forall ((x domain) (x!2 handle.slot) (y page) (z page))
     (=> (and (handle.target x x!2 y) (handle.target x x!2 z)) (= y z))))
   (=>
    succeeds
    (forall ((x domain) (x!2 handle.slot)) (=> (handle.live x x!2) (exists ((y page)) (handle.target x x!2 y)))))
   (=>
    succeeds
    (forall ((x domain) (x!2 handle.slot) (y domain) (y!2 gref.ref)) (=> (handle.via x x!2 y y!2) (handle.live x x!2))))
   (=>
    succeeds
    (forall ((x domain) (x!2 handle.slot) (y domain) (y!2 gref.ref) (z domain) (z!2 gref.ref))
     (=> (and (handle.via x x!2 y y!2) (handle.via x x!2 z z!2)) (and (= y z) (= y!2 z!2)))))
   (=>
    succeeds
    (forall ((x domain) (x!2 handle.slot))
     (=> (handle.live x x!2) (exists ((y domain) (y!2 gref.ref)) (handle.via x x!2 y y!2)))))
   (=>
    succeeds
    (forall ((x domain) (x!2 accept.ref) (y domain)) (=> (accept.from.after x x!2 y) (accept.live.after x x!2))))
   (=>
    succeeds
    (forall ((x domain) (x!2 accept.ref) (y domain) (z domain))
     (=> (and (accept.from.after x x!2 y) (accept.from.after x x!2 z)) (= y z))))
   (=>
    succeeds
    (forall ((x domain) (x!2 accept.ref))
     (not (and (accept.progress.completed x x!2) (accept.progress.committed x x!2)))))
   (=>
    succeeds
    (forall ((x domain) (x!2 accept.ref) (y page)) (=> (accept.page.after x x!2 y) (accept.live.after x x!2))))
   (=>
    succeeds
    (forall ((x domain) (x!2 accept.ref) (y page) (z page))
     (=> (and (accept.page.after x x!2 y) (accept.page.after x x!2 z)) (= y z)))))))
(check-sat)
(pop 1)

(push 1)
; committed_stays.defined
(assert
 (not
  (=>
   succeeds
   (forall ((a domain) (a!2 accept.ref))
    (let ((it (accept.live.after a a!2)))
     (=>
      (or (accept.live a a!2) it)
      (and
       (=> (accept.live a a!2) (accept.live a a!2))
       (=>
        (and
         (and (accept.live a a!2) (and (accept.progress.committed a a!2) (not (accept.progress.completed a a!2))))
         (domain.live a))
        (=>
         it
         (and
          (and it (accept.live a a!2))
          (=> (forall ((same page)) (= (accept.page.after a a!2 same) (accept.page a a!2 same))) it)))))))))))
(check-sat)
(pop 1)

(push 1)
; unused_when_ended.defined
(assert
 (not
  (=>
   succeeds
   (forall ((g domain) (g!2 gref.ref))
    (=>
     (or (gref.live g g!2) (gref.live g g!2))
     (and
      (=> (gref.live g g!2) (and (gref.live g g!2) (or (gref.reading g g!2) (gref.live g g!2))))
      (=>
       (and (and (gref.live g g!2) (or (gref.reading g g!2) (gref.writing g g!2))) (not (gref.live g g!2)))
       (gref.live g g!2))))))))
(check-sat)
(pop 1)

(push 1)
; no_remap.defined
(assert
 (not
  (=>
   succeeds
   (forall ((h domain) (h!2 handle.slot))
    (let ((it (and (handle.live h h!2) (handle.live h h!2))))
     (=>
      (or (handle.live h h!2) (handle.live h h!2))
      (=>
       it
       (and
        it
        (and
         it
         (and
          it
          (and
           (and (handle.live h h!2) (=> (handle.host h h!2) (handle.live h h!2)))
           (=>
            (=> (handle.host h h!2) (handle.host h h!2))
            (and (handle.live h h!2) (=> (handle.device h h!2) (handle.live h h!2)))))))))))))))
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
       (not (exists ((c domain) (c!2 handle.slot)) (and (handle.live c c!2) (handle.target c c!2 p)))))))))))
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
(assert (not (=> succeeds (forall ((x domain) (x!2 handle.slot)) (=> (handle.live x x!2) (domain.live x))))))
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
     (handle.live x x!2)
     (forall ((via domain) (via!2 gref.ref)) (=> (handle.via x x!2 via via!2) (gref.live via via!2))))))))
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
      (forall ((via domain) (via!2 gref.ref)) (=> (handle.via m m!2 via via!2) (gref.holder via via!2 m)))))))))
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
     (handle.live m m!2)
     (not
      (exists ((target page))
       (and (handle.target m m!2 target) (forall ((some domain)) (not (page.owner target some)))))))))))
(check-sat)
(pop 1)

(push 1)
; accept.taker.refers
(assert (not (=> succeeds (forall ((x domain) (x!2 accept.ref)) (=> (accept.live.after x x!2) (domain.live x))))))
(check-sat)
(pop 1)

(push 1)
; accept.from.refers
(assert
 (not
  (=>
   succeeds
   (forall ((x domain) (x!2 accept.ref))
    (=> (accept.live.after x x!2) (forall ((named domain)) (=> (accept.from.after x x!2 named) (domain.live named))))))))
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
         (exists ((g domain) (g!2 gref.ref)) (and (gref.live g g!2) (and (gref.target g g!2 p) (gref.holder g g!2 x))))))
       (or
        (page.owner p x)
        (exists ((g domain) (g!2 gref.ref)) (and (gref.live g g!2) (and (gref.target g g!2 p) (gref.holder g g!2 x))))))
      (or
       (and (forall ((some domain)) (not (page.owner p some))) (= d x))
       (or
        (page.owner p d)
        (exists ((g domain) (g!2 gref.ref)) (and (gref.live g g!2) (and (gref.target g g!2 p) (gref.holder g g!2 d))))))))))))
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
     (let ((it!2 (=> (gref.reading c c!2) (gref.reading c c!2))))
      (let ((it!3 (=> (gref.writing c c!2) (gref.writing c c!2))))
       (=>
        (or (gref.live c c!2) (gref.live c c!2))
        (=>
         (and
          (or it it)
          (or (not (gref.live c c!2)) (not (gref.live c c!2)) (not (and it!2 it!2)) (not (and it!3 it!3))))
         (or
          (forall ((some domain)) (not (page.owner p some)))
          (or
           (page.owner p d)
           (exists ((g domain) (g!2 gref.ref))
            (and (gref.live g g!2) (and (gref.target g g!2 p) (gref.holder g g!2 d)))))))))))))))
(check-sat)
(pop 1)

(push 1)
; integrity, part 3 of 6
(assert
 (not
  (=>
   succeeds
   (forall ((c domain) (c!2 handle.slot) (p page))
    (let ((it (and (handle.live c c!2) (handle.target c c!2 p))))
     (let ((it!2 (not (handle.live c c!2))))
      (let ((it!3 (=> (handle.host c c!2) (handle.host c c!2))))
       (let ((it!4 (=> (handle.device c c!2) (handle.device c c!2))))
        (=>
         (or (handle.live c c!2) (handle.live c c!2))
         (=>
          (and (or it it) (or it!2 it!2 (not (and it!3 it!3)) (not (and it!4 it!4))))
          (or
           (forall ((some domain)) (not (page.owner p some)))
           (or
            (page.owner p d)
            (exists ((g domain) (g!2 gref.ref))
             (and (gref.live g g!2) (and (gref.target g g!2 p) (gref.holder g g!2 d))))))))))))))))
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
