; subcontexts: what `acknowledge` keeps. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort client 0)
(declare-sort region 0)
(declare-sort step 0)
(declare-sort service 0)
(declare-sort page 0)
(declare-sort frame 0)
(declare-sort cmap.slot 0)
(declare-sort imap.slot 0)
(declare-sort gate.slot 0)
(declare-sort thread 0)
(declare-fun view.live (client region) Bool)
(declare-fun step.region (step region) Bool)
(declare-fun s () step)
(declare-fun region.state.reserved (region) Bool)
(declare-fun region.state.pending (region) Bool)
(declare-fun region.state.active (region) Bool)
(declare-fun region.state.unmapped (region) Bool)
(declare-fun c () client)
(declare-fun ground () region)
(declare-fun ground!2 () client)
(declare-fun ground!3 () region)
(declare-fun owes.live (step client) Bool)
(declare-fun waiting (step) Int)
(declare-fun now () Int)
(declare-fun region.owner (region service) Bool)
(declare-fun region.step (region step) Bool)
(declare-fun page.owner (page client) Bool)
(declare-fun frame.owner (frame service) Bool)
(declare-fun cmap.target (client cmap.slot page) Bool)
(declare-fun cmap.live (client cmap.slot) Bool)
(declare-fun smap.target (region frame) Bool)
(declare-fun smap.live (region) Bool)
(declare-fun imap.target (service imap.slot page) Bool)
(declare-fun imap.live (service imap.slot) Bool)
(declare-fun imap.near (service imap.slot client cmap.slot) Bool)
(declare-fun imap.far (service imap.slot client service) Bool)
(declare-fun gate.pc (service gate.slot) Int)
(declare-fun gate.live (service gate.slot) Bool)
(declare-fun thread.client (thread client) Bool)
(declare-fun thread.live (thread) Bool)
(declare-fun thread.inside (thread service) Bool)
(declare-fun step.live (step) Bool)
(declare-fun joined.live (client service) Bool)
(declare-fun window.live (client service) Bool)
(declare-fun service.ended (service) Bool)
(declare-fun service.live (service) Bool)
(declare-fun client.live (client) Bool)
(declare-fun imap.rights.read (service imap.slot) Bool)
(declare-fun cmap.rights.read (client cmap.slot) Bool)
(declare-fun imap.rights.write (service imap.slot) Bool)
(declare-fun cmap.rights.write (client cmap.slot) Bool)
(declare-fun window.rights.read (client service) Bool)
(declare-fun window.rights.write (client service) Bool)

; ---- the step, from the state before to the state after
(define-fun view.live.after ((x client) (y region)) Bool
 (ite
  (exists ((region region))
   (and
    (step.region s region)
    (and
     (not (region.state.reserved region))
     (region.state.pending region)
     (not (region.state.active region))
     (not (region.state.unmapped region)))))
  (or (and (= x c) (= y ground)) (view.live x y))
  (and (view.live x y) (not (and (= x ground!2) (= y ground!3))))))
(define-fun owes.live.after ((x step) (y client)) Bool (and (owes.live x y) (not (and (= x s) (= y c)))))
(define-fun waiting.after ((x step)) Int
 (-
  (+ (waiting x) (ite (and (and (owes.live s c) (not (and (= s s) (= c c)))) (= s x)) 1 0))
  (ite (and (owes.live s c) (= s x)) 1 0)))
(define-fun succeeds () Bool (owes.live s c))

; ---- what is assumed
; what the types say
(assert (>= now 0))
(assert (forall ((x region) (y service) (z service)) (=> (and (region.owner x y) (region.owner x z)) (= y z))))
(assert
 (forall ((x region))
  (let ((it (region.state.pending x)))
   (let ((it!2 (region.state.reserved x)))
    (let ((it!3 (region.state.unmapped x)))
     (and
      (not (and it it!2))
      (not (and (region.state.active x) it!2))
      (not (and (region.state.active x) it))
      (not (and it!3 it!2))
      (not (and it!3 it))
      (not (and it!3 (region.state.active x)))))))))
(assert (forall ((x region) (y step) (z step)) (=> (and (region.step x y) (region.step x z)) (= y z))))
(assert (forall ((x page) (y client) (z client)) (=> (and (page.owner x y) (page.owner x z)) (= y z))))
(assert (forall ((x frame) (y service) (z service)) (=> (and (frame.owner x y) (frame.owner x z)) (= y z))))
(assert (forall ((x client) (x!2 cmap.slot) (y page)) (=> (cmap.target x x!2 y) (cmap.live x x!2))))
(assert
 (forall ((x client) (x!2 cmap.slot) (y page) (z page)) (=> (and (cmap.target x x!2 y) (cmap.target x x!2 z)) (= y z))))
(assert (forall ((x client) (x!2 cmap.slot)) (=> (cmap.live x x!2) (exists ((y page)) (cmap.target x x!2 y)))))
(assert (forall ((x region) (y frame)) (=> (smap.target x y) (smap.live x))))
(assert (forall ((x region) (y frame) (z frame)) (=> (and (smap.target x y) (smap.target x z)) (= y z))))
(assert (forall ((x region)) (=> (smap.live x) (exists ((y frame)) (smap.target x y)))))
(assert (forall ((x service) (x!2 imap.slot) (y page)) (=> (imap.target x x!2 y) (imap.live x x!2))))
(assert
 (forall ((x service) (x!2 imap.slot) (y page) (z page)) (=> (and (imap.target x x!2 y) (imap.target x x!2 z)) (= y z))))
(assert (forall ((x service) (x!2 imap.slot)) (=> (imap.live x x!2) (exists ((y page)) (imap.target x x!2 y)))))
(assert
 (forall ((x service) (x!2 imap.slot) (y client) (y!2 cmap.slot)) (=> (imap.near x x!2 y y!2) (imap.live x x!2))))
(assert
 (forall ((x service) (x!2 imap.slot) (y client) (y!2 cmap.slot) (z client) (z!2 cmap.slot))
  (=> (and (imap.near x x!2 y y!2) (imap.near x x!2 z z!2)) (and (= y z) (= y!2 z!2)))))
(assert
 (forall ((x service) (x!2 imap.slot))
  (=> (imap.live x x!2) (exists ((y client) (y!2 cmap.slot)) (imap.near x x!2 y y!2)))))
(assert (forall ((x service) (x!2 imap.slot) (y client) (y!2 service)) (=> (imap.far x x!2 y y!2) (imap.live x x!2))))
(assert
 (forall ((x service) (x!2 imap.slot) (y client) (y!2 service) (z client) (z!2 service))
  (=> (and (imap.far x x!2 y y!2) (imap.far x x!2 z z!2)) (and (= y z) (= y!2 z!2)))))
(assert
 (forall ((x service) (x!2 imap.slot))
  (=> (imap.live x x!2) (exists ((y client) (y!2 service)) (imap.far x x!2 y y!2)))))
(assert
 (forall ((x service) (x!2 gate.slot))
  (=> (gate.live x x!2) (and (>= (gate.pc x x!2) 0) (<= (gate.pc x x!2) 4294967295)))))
(assert (forall ((x thread) (y client)) (=> (thread.client x y) (thread.live x))))
(assert (forall ((x thread) (y client) (z client)) (=> (and (thread.client x y) (thread.client x z)) (= y z))))
(assert (forall ((x thread)) (=> (thread.live x) (exists ((y client)) (thread.client x y)))))
(assert (forall ((x thread) (y service)) (=> (thread.inside x y) (thread.live x))))
(assert (forall ((x thread) (y service) (z service)) (=> (and (thread.inside x y) (thread.inside x z)) (= y z))))
(assert (forall ((x step) (y region)) (=> (step.region x y) (step.live x))))
(assert (forall ((x step) (y region) (z region)) (=> (and (step.region x y) (step.region x z)) (= y z))))
(assert (forall ((x step)) (=> (step.live x) (exists ((y region)) (step.region x y)))))
; owned
(assert
 (forall ((x region))
  (=>
   (forall ((some service)) (not (region.owner x some)))
   (and
    (not (region.state.reserved x))
    (not (region.state.pending x))
    (not (region.state.active x))
    (not (region.state.unmapped x))))))
; unowned
(assert
 (forall ((x region))
  (=>
   (and
    (not (region.state.reserved x))
    (not (region.state.pending x))
    (not (region.state.active x))
    (not (region.state.unmapped x)))
   (and (forall ((some service)) (not (region.owner x some))) (not (smap.live x))))))
; moving
(assert
 (forall ((x region))
  (let ((it (not (region.state.reserved x))))
   (let ((it!2 (region.state.pending x)))
    (let ((it!3 (not (region.state.active x))))
     (let ((it!4 (region.state.unmapped x)))
      (let ((it!5 (or (and it it!2 it!3 (not it!4)) (and it (not it!2) it!3 it!4))))
       (and
        (=>
         it!5
         (and
          (not (forall ((some step)) (not (region.step x some))))
          (forall ((step step)) (=> (region.step x step) (step.region step x)))))
        (or it!5 (forall ((some step)) (not (region.step x some))))))))))))
; logged
(assert
 (forall ((s!2 step))
  (=> (step.live s!2) (forall ((region region)) (=> (step.region s!2 region) (region.step region s!2))))))
; one_pending
(assert
 (forall ((a region) (b region))
  (=>
   (and
    (and
     (not (region.state.reserved a))
     (region.state.pending a)
     (not (region.state.active a))
     (not (region.state.unmapped a)))
    (and
     (not (region.state.reserved b))
     (region.state.pending b)
     (not (region.state.active b))
     (not (region.state.unmapped b))))
   (= a b))))
; backed
(assert
 (forall ((x region))
  (let ((it (region.state.reserved x)))
   (let ((it!2 (not (region.state.pending x))))
    (let ((it!3 (not (region.state.active x))))
     (let ((it!4 (not (region.state.unmapped x))))
      (=> (and (not (and (not it) it!2 it!3 it!4)) (not (and it it!2 it!3 it!4))) (smap.live x))))))))
; its_own
(assert
 (forall ((m region))
  (=>
   (smap.live m)
   (forall ((same service))
    (= (exists ((target frame)) (and (smap.target m target) (frame.owner target same))) (region.owner m same))))))
; private
(assert
 (forall ((m client) (m!2 cmap.slot))
  (=> (cmap.live m m!2) (forall ((target page)) (=> (cmap.target m m!2 target) (page.owner target m))))))
; viewed
(assert
 (forall ((w client) (w!2 region))
  (let ((it (region.state.reserved w!2)))
   (let ((it!2 (not (region.state.pending w!2))))
    (let ((it!3 (not (region.state.active w!2))))
     (let ((it!4 (not (region.state.unmapped w!2))))
      (=>
       (view.live w w!2)
       (and
        (not (and (not it) it!2 it!3 it!4))
        (not (and it it!2 it!3 it!4))
        (not (forall ((some service)) (not (region.owner w!2 some))))
        (forall ((owner service)) (=> (region.owner w!2 owner) (joined.live w owner)))))))))))
; everywhere
(assert
 (forall ((x region) (j client) (j!2 service))
  (=>
   (joined.live j j!2)
   (=>
    (and
     (region.owner x j!2)
     (and
      (not (region.state.reserved x))
      (not (region.state.pending x))
      (region.state.active x)
      (not (region.state.unmapped x))))
    (view.live j x)))))
; coming
(assert
 (forall ((s!2 step) (j client) (j!2 service))
  (=>
   (and (step.live s!2) (joined.live j j!2))
   (=>
    (and
     (exists ((region region)) (and (step.region s!2 region) (region.owner region j!2)))
     (exists ((region region))
      (and
       (step.region s!2 region)
       (and
        (not (region.state.reserved region))
        (region.state.pending region)
        (not (region.state.active region))
        (not (region.state.unmapped region))))))
    (and
     (=> (owes.live s!2 j) (not (exists ((region region)) (and (step.region s!2 region) (view.live j region)))))
     (or (owes.live s!2 j) (forall ((region region)) (=> (step.region s!2 region) (view.live j region)))))))))
; going
(assert
 (forall ((s!2 step) (j client) (j!2 service))
  (=>
   (and (step.live s!2) (joined.live j j!2))
   (=>
    (and
     (exists ((region region)) (and (step.region s!2 region) (region.owner region j!2)))
     (exists ((region region))
      (and
       (step.region s!2 region)
       (and
        (not (region.state.reserved region))
        (not (region.state.pending region))
        (not (region.state.active region))
        (region.state.unmapped region)))))
    (and
     (=> (owes.live s!2 j) (forall ((region region)) (=> (step.region s!2 region) (view.live j region))))
     (or (owes.live s!2 j) (not (exists ((region region)) (and (step.region s!2 region) (view.live j region))))))))))
; concerned
(assert
 (forall ((o step) (o!2 client))
  (=>
   (owes.live o o!2)
   (and
    (not
     (exists ((region region)) (and (step.region o region) (forall ((some service)) (not (region.owner region some))))))
    (forall ((region region))
     (=> (step.region o region) (forall ((owner service)) (=> (region.owner region owner) (joined.live o!2 owner)))))))))
; through
(assert
 (forall ((i service) (i!2 imap.slot))
  (=>
   (imap.live i i!2)
   (and
    (forall ((far client) (far!2 service)) (=> (imap.far i i!2 far far!2) (= far!2 i)))
    (forall ((same client))
     (=
      (exists ((near client) (near!2 cmap.slot)) (and (imap.near i i!2 near near!2) (= near same)))
      (exists ((far client) (far!2 service)) (and (imap.far i i!2 far far!2) (= far same)))))))))
; let_by
(assert
 (forall ((w client) (w!2 service)) (=> (window.live w w!2) (and (joined.live w w!2) (not (service.ended w!2))))))
; entered
(assert
 (forall ((t thread))
  (=>
   (thread.live t)
   (=>
    (not (forall ((some service)) (not (thread.inside t some))))
    (and
     (forall ((client client))
      (=>
       (thread.client t client)
       (forall ((inside service)) (=> (thread.inside t inside) (joined.live client inside)))))
     (not (exists ((inside service)) (and (thread.inside t inside) (service.ended inside)))))))))
; no_way_in
(assert (forall ((g service) (g!2 gate.slot)) (=> (gate.live g g!2) (not (service.ended g)))))
; region.owner.refers
(assert (forall ((x region)) (forall ((named service)) (=> (region.owner x named) (service.live named)))))
; region.step.refers
(assert (forall ((x region)) (forall ((named step)) (=> (region.step x named) (step.live named)))))
; page.owner.refers
(assert (forall ((x page)) (forall ((named client)) (=> (page.owner x named) (client.live named)))))
; frame.owner.refers
(assert (forall ((x frame)) (forall ((named service)) (=> (frame.owner x named) (service.live named)))))
; joined.client.refers
(assert (forall ((x client) (x!2 service)) (=> (joined.live x x!2) (client.live x))))
; joined.service.refers
(assert (forall ((x client) (x!2 service)) (=> (joined.live x x!2) (service.live x!2))))
; cmap.client.refers
(assert (forall ((x client) (x!2 cmap.slot)) (=> (cmap.live x x!2) (client.live x))))
; cmap.no_dangling
(assert
 (forall ((m client) (m!2 cmap.slot))
  (=>
   (cmap.live m m!2)
   (not
    (exists ((target page)) (and (cmap.target m m!2 target) (forall ((some client)) (not (page.owner target some)))))))))
; smap.no_dangling
(assert
 (forall ((m region))
  (=>
   (smap.live m)
   (not
    (exists ((target frame)) (and (smap.target m target) (forall ((some service)) (not (frame.owner target some)))))))))
; view.client.refers
(assert (forall ((x client) (x!2 region)) (=> (view.live x x!2) (client.live x))))
; window.client.refers
(assert (forall ((x client) (x!2 service)) (=> (window.live x x!2) (client.live x))))
; window.service.refers
(assert (forall ((x client) (x!2 service)) (=> (window.live x x!2) (service.live x!2))))
; imap.service.refers
(assert (forall ((x service) (x!2 imap.slot)) (=> (imap.live x x!2) (service.live x))))
; imap.near.refers
(assert
 (forall ((x service) (x!2 imap.slot))
  (=>
   (imap.live x x!2)
   (forall ((near client) (near!2 cmap.slot)) (=> (imap.near x x!2 near near!2) (cmap.live near near!2))))))
; imap.far.refers
(assert
 (forall ((x service) (x!2 imap.slot))
  (=> (imap.live x x!2) (forall ((far client) (far!2 service)) (=> (imap.far x x!2 far far!2) (window.live far far!2))))))
; imap.justified
(assert
 (forall ((m service) (m!2 imap.slot))
  (=>
   (imap.live m m!2)
   (and
    (forall ((near client) (near!2 cmap.slot)) (=> (imap.near m m!2 near near!2) (cmap.live near near!2)))
    (forall ((same page))
     (=
      (exists ((near client) (near!2 cmap.slot)) (and (imap.near m m!2 near near!2) (cmap.target near near!2 same)))
      (imap.target m m!2 same)))
    (forall ((near client) (near!2 cmap.slot))
     (=>
      (imap.near m m!2 near near!2)
      (and
       (=> (imap.rights.read m m!2) (cmap.rights.read near near!2))
       (=> (imap.rights.write m m!2) (cmap.rights.write near near!2)))))
    (forall ((far client) (far!2 service)) (=> (imap.far m m!2 far far!2) (window.live far far!2)))
    (forall ((far client) (far!2 service))
     (=>
      (imap.far m m!2 far far!2)
      (and
       (=> (imap.rights.read m m!2) (window.rights.read far far!2))
       (=> (imap.rights.write m m!2) (window.rights.write far far!2)))))))))
; imap.no_dangling
(assert
 (forall ((m service) (m!2 imap.slot))
  (=>
   (imap.live m m!2)
   (not
    (exists ((target page)) (and (imap.target m m!2 target) (forall ((some client)) (not (page.owner target some)))))))))
; gate.service.refers
(assert (forall ((x service) (x!2 gate.slot)) (=> (gate.live x x!2) (service.live x))))
; thread.client.refers
(assert
 (forall ((x thread))
  (=> (thread.live x) (forall ((client client)) (=> (thread.client x client) (client.live client))))))
; thread.inside.refers
(assert
 (forall ((x thread)) (=> (thread.live x) (forall ((named service)) (=> (thread.inside x named) (service.live named))))))
; owes.step.refers
(assert (forall ((x step) (x!2 client)) (=> (owes.live x x!2) (step.live x))))
; owes.client.refers
(assert (forall ((x step) (x!2 client)) (=> (owes.live x x!2) (client.live x!2))))
; counts of the state before
(assert (forall ((group step)) (>= (waiting group) 0)))
(assert
 (forall ((group step) (counted step) (counted!2 client))
  (=> (and (owes.live counted counted!2) (= counted group)) (>= (waiting group) 1))))
; the step's arguments, and names for what it meets
(assert (step.live s))
(assert (client.live c))
(assert (forall ((it region)) (=> (step.region s it) (step.region s ground))))
(assert
 (forall ((it client) (it!2 region))
  (=> (and (= c it) (step.region s it!2)) (and (= c ground!2) (step.region s ground!3)))))
; counts of the state after
(assert (forall ((group step)) (>= (waiting.after group) 0)))
(assert
 (forall ((group step) (counted step) (counted!2 client))
  (=> (and (owes.live.after counted counted!2) (= counted group)) (>= (waiting.after group) 1))))

(push 1)
; owned
(assert
 (not
  (=>
   succeeds
   (forall ((x region))
    (=>
     (forall ((some service)) (not (region.owner x some)))
     (and
      (not (region.state.reserved x))
      (not (region.state.pending x))
      (not (region.state.active x))
      (not (region.state.unmapped x))))))))
(check-sat)
(pop 1)

(push 1)
; unowned
(assert
 (not
  (=>
   succeeds
   (forall ((x region))
    (=>
     (and
      (not (region.state.reserved x))
      (not (region.state.pending x))
      (not (region.state.active x))
      (not (region.state.unmapped x)))
     (and (forall ((some service)) (not (region.owner x some))) (not (smap.live x))))))))
(check-sat)
(pop 1)

(push 1)
; moving
(assert
 (not
  (=>
   succeeds
   (forall ((x region))
    (let ((it (not (region.state.reserved x))))
     (let ((it!2 (region.state.pending x)))
      (let ((it!3 (not (region.state.active x))))
       (let ((it!4 (region.state.unmapped x)))
        (let ((it!5 (or (and it it!2 it!3 (not it!4)) (and it (not it!2) it!3 it!4))))
         (and
          (=>
           it!5
           (and
            (not (forall ((some step)) (not (region.step x some))))
            (forall ((step step)) (=> (region.step x step) (step.region step x)))))
          (or it!5 (forall ((some step)) (not (region.step x some))))))))))))))
(check-sat)
(pop 1)

(push 1)
; logged
(assert
 (not
  (=>
   succeeds
   (forall ((s!2 step))
    (=> (step.live s!2) (forall ((region region)) (=> (step.region s!2 region) (region.step region s!2))))))))
(check-sat)
(pop 1)

(push 1)
; one_pending
(assert
 (not
  (=>
   succeeds
   (forall ((a region) (b region))
    (=>
     (and
      (and
       (not (region.state.reserved a))
       (region.state.pending a)
       (not (region.state.active a))
       (not (region.state.unmapped a)))
      (and
       (not (region.state.reserved b))
       (region.state.pending b)
       (not (region.state.active b))
       (not (region.state.unmapped b))))
     (= a b))))))
(check-sat)
(pop 1)

(push 1)
; backed
(assert
 (not
  (=>
   succeeds
   (forall ((x region))
    (let ((it (region.state.reserved x)))
     (let ((it!2 (not (region.state.pending x))))
      (let ((it!3 (not (region.state.active x))))
       (let ((it!4 (not (region.state.unmapped x))))
        (=> (and (not (and (not it) it!2 it!3 it!4)) (not (and it it!2 it!3 it!4))) (smap.live x))))))))))
(check-sat)
(pop 1)

(push 1)
; its_own
(assert
 (not
  (=>
   succeeds
   (forall ((m region))
    (=>
     (smap.live m)
     (forall ((same service))
      (= (exists ((target frame)) (and (smap.target m target) (frame.owner target same))) (region.owner m same))))))))
(check-sat)
(pop 1)

(push 1)
; private
(assert
 (not
  (=>
   succeeds
   (forall ((m client) (m!2 cmap.slot))
    (=> (cmap.live m m!2) (forall ((target page)) (=> (cmap.target m m!2 target) (page.owner target m))))))))
(check-sat)
(pop 1)

(push 1)
; viewed
(assert
 (not
  (=>
   succeeds
   (forall ((w client) (w!2 region))
    (let ((it (region.state.reserved w!2)))
     (let ((it!2 (not (region.state.pending w!2))))
      (let ((it!3 (not (region.state.active w!2))))
       (let ((it!4 (not (region.state.unmapped w!2))))
        (=>
         (view.live.after w w!2)
         (and
          (not (and (not it) it!2 it!3 it!4))
          (not (and it it!2 it!3 it!4))
          (not (forall ((some service)) (not (region.owner w!2 some))))
          (forall ((owner service)) (=> (region.owner w!2 owner) (joined.live w owner)))))))))))))
(check-sat)
(pop 1)

(push 1)
; everywhere
(assert
 (not
  (=>
   succeeds
   (forall ((x region) (j client) (j!2 service))
    (=>
     (joined.live j j!2)
     (=>
      (and
       (region.owner x j!2)
       (and
        (not (region.state.reserved x))
        (not (region.state.pending x))
        (region.state.active x)
        (not (region.state.unmapped x))))
      (view.live.after j x)))))))
(check-sat)
(pop 1)

(push 1)
; coming
(assert
 (not
  (=>
   succeeds
   (forall ((s!2 step) (j client) (j!2 service))
    (=>
     (and (step.live s!2) (joined.live j j!2))
     (=>
      (and
       (exists ((region region)) (and (step.region s!2 region) (region.owner region j!2)))
       (exists ((region region))
        (and
         (step.region s!2 region)
         (and
          (not (region.state.reserved region))
          (region.state.pending region)
          (not (region.state.active region))
          (not (region.state.unmapped region))))))
      (and
       (=>
        (owes.live.after s!2 j)
        (not (exists ((region region)) (and (step.region s!2 region) (view.live.after j region)))))
       (or (owes.live.after s!2 j) (forall ((region region)) (=> (step.region s!2 region) (view.live.after j region)))))))))))
(check-sat)
(pop 1)

(push 1)
; going
(assert
 (not
  (=>
   succeeds
   (forall ((s!2 step) (j client) (j!2 service))
    (=>
     (and (step.live s!2) (joined.live j j!2))
     (=>
      (and
       (exists ((region region)) (and (step.region s!2 region) (region.owner region j!2)))
       (exists ((region region))
        (and
         (step.region s!2 region)
         (and
          (not (region.state.reserved region))
          (not (region.state.pending region))
          (not (region.state.active region))
          (region.state.unmapped region)))))
      (and
       (=> (owes.live.after s!2 j) (forall ((region region)) (=> (step.region s!2 region) (view.live.after j region))))
       (or
        (owes.live.after s!2 j)
        (not (exists ((region region)) (and (step.region s!2 region) (view.live.after j region))))))))))))
(check-sat)
(pop 1)

(push 1)
; concerned
(assert
 (not
  (=>
   succeeds
   (forall ((o step) (o!2 client))
    (=>
     (owes.live.after o o!2)
     (and
      (not
       (exists ((region region))
        (and (step.region o region) (forall ((some service)) (not (region.owner region some))))))
      (forall ((region region))
       (=> (step.region o region) (forall ((owner service)) (=> (region.owner region owner) (joined.live o!2 owner)))))))))))
(check-sat)
(pop 1)

(push 1)
; through
(assert
 (not
  (=>
   succeeds
   (forall ((i service) (i!2 imap.slot))
    (=>
     (imap.live i i!2)
     (and
      (forall ((far client) (far!2 service)) (=> (imap.far i i!2 far far!2) (= far!2 i)))
      (forall ((same client))
       (=
        (exists ((near client) (near!2 cmap.slot)) (and (imap.near i i!2 near near!2) (= near same)))
        (exists ((far client) (far!2 service)) (and (imap.far i i!2 far far!2) (= far same)))))))))))
(check-sat)
(pop 1)

(push 1)
; let_by
(assert
 (not
  (=>
   succeeds
   (forall ((w client) (w!2 service)) (=> (window.live w w!2) (and (joined.live w w!2) (not (service.ended w!2))))))))
(check-sat)
(pop 1)

(push 1)
; entered
(assert
 (not
  (=>
   succeeds
   (forall ((t thread))
    (=>
     (thread.live t)
     (=>
      (not (forall ((some service)) (not (thread.inside t some))))
      (and
       (forall ((client client))
        (=>
         (thread.client t client)
         (forall ((inside service)) (=> (thread.inside t inside) (joined.live client inside)))))
       (not (exists ((inside service)) (and (thread.inside t inside) (service.ended inside)))))))))))
(check-sat)
(pop 1)

(push 1)
; no_way_in
(assert (not (=> succeeds (forall ((g service) (g!2 gate.slot)) (=> (gate.live g g!2) (not (service.ended g)))))))
(check-sat)
(pop 1)

(push 1)
; by_gate
(assert
 (not
  (=>
   succeeds
   (forall ((t thread) (v service))
    (=>
     (and (or (thread.live t) (thread.live t)) (or (service.live v) (service.live v)))
     (not (and (thread.live t) (thread.inside t v) (not (and (thread.live t) (thread.inside t v))))))))))
(check-sat)
(pop 1)

(push 1)
; back_by
(assert
 (not
  (=>
   succeeds
   (forall ((t thread) (v service))
    (let ((it (and (thread.live t) (thread.inside t v))))
     (=>
      (and (or (thread.live t) (thread.live t)) (or (service.live v) (service.live v)))
      (=> (and it (not it)) (service.ended v))))))))
(check-sat)
(pop 1)

(push 1)
; steady
(assert false)
(check-sat)
(pop 1)

(push 1)
; unseen
(assert false)
(check-sat)
(pop 1)

(push 1)
; seen_by_all
(assert
 (not
  (=>
   succeeds
   (forall ((s!2 step))
    (=>
     (or (step.live s!2) (step.live s!2))
     (=>
      (and (step.live s!2) (not (step.live s!2)))
      (not (exists ((o step) (o!2 client)) (and (owes.live o o!2) (= o s!2))))))))))
(check-sat)
(pop 1)

(push 1)
; by_client
(assert
 (not
  (=>
   succeeds
   (forall ((w client) (w!2 region))
    (=>
     (or (view.live w w!2) (view.live.after w w!2))
     (=>
      (and (=> (view.live.after w w!2) (not (view.live w w!2))) (=> (view.live w w!2) (not (view.live.after w w!2))))
      (or (= c w) (not (client.live w)))))))))
(check-sat)
(pop 1)

(push 1)
; acknowledge.defined
(assert
 (let ((it
        (exists ((region region))
         (and
          (step.region s region)
          (and
           (not (region.state.reserved region))
           (region.state.pending region)
           (not (region.state.active region))
           (not (region.state.unmapped region)))))))
  (not
   (and
    (=> succeeds succeeds)
    (=> succeeds (step.live s))
    (=> succeeds (=> it (step.live s)))
    (=> succeeds (=> it (not (view.live c ground))))
    (=> succeeds (=> (not it) (step.live s)))
    (=> succeeds (=> (not it) (view.live ground!2 ground!3)))
    (=> succeeds (>= now 0))
    (=> succeeds (forall ((x region) (y service) (z service)) (=> (and (region.owner x y) (region.owner x z)) (= y z))))
    (=>
     succeeds
     (forall ((x region))
      (let ((it!2 (region.state.pending x)))
       (let ((it!3 (region.state.reserved x)))
        (let ((it!4 (region.state.unmapped x)))
         (and
          (not (and it!2 it!3))
          (not (and (region.state.active x) it!3))
          (not (and (region.state.active x) it!2))
          (not (and it!4 it!3))
          (not (and it!4 it!2))
          (not (and it!4 (region.state.active x)))))))))
    (=> succeeds (forall ((x region) (y step) (z step)) (=> (and (region.step x y) (region.step x z)) (= y z))))
    (=> succeeds (forall ((x page) (y client) (z client)) (=> (and (page.owner x y) (page.owner x z)) (= y z))))
    (=> succeeds (forall ((x frame) (y service) (z service)) (=> (and (frame.owner x y) (frame.owner x z)) (= y z))))
    (=> succeeds (forall ((x client) (x!2 cmap.slot) (y page)) (=> (cmap.target x x!2 y) (cmap.live x x!2))))
    (=>
     succeeds
     (forall ((x client) (x!2 cmap.slot) (y page) (z page))
      (=> (and (cmap.target x x!2 y) (cmap.target x x!2 z)) (= y z))))
    (=> succeeds (forall ((x client) (x!2 cmap.slot)) (=> (cmap.live x x!2) (exists ((y page)) (cmap.target x x!2 y)))))
    (=> succeeds (forall ((x region) (y frame)) (=> (smap.target x y) (smap.live x))))
    (=> succeeds (forall ((x region) (y frame) (z frame)) (=> (and (smap.target x y) (smap.target x z)) (= y z))))
    (=> succeeds (forall ((x region)) (=> (smap.live x) (exists ((y frame)) (smap.target x y)))))
    (=> succeeds (forall ((x service) (x!2 imap.slot) (y page)) (=> (imap.target x x!2 y) (imap.live x x!2))))
    (=>
     succeeds
     (forall ((x service) (x!2 imap.slot) (y page) (z page))
      (=> (and (imap.target x x!2 y) (imap.target x x!2 z)) (= y z))))
    (=>
     succeeds
     (forall ((x service) (x!2 imap.slot)) (=> (imap.live x x!2) (exists ((y page)) (imap.target x x!2 y)))))
    (=>
     succeeds
     (forall ((x service) (x!2 imap.slot) (y client) (y!2 cmap.slot)) (=> (imap.near x x!2 y y!2) (imap.live x x!2))))
    (=>
     succeeds
     (forall ((x service) (x!2 imap.slot) (y client) (y!2 cmap.slot) (z client) (z!2 cmap.slot))
      (=> (and (imap.near x x!2 y y!2) (imap.near x x!2 z z!2)) (and (= y z) (= y!2 z!2)))))
    (=>
     succeeds
     (forall ((x service) (x!2 imap.slot))
      (=> (imap.live x x!2) (exists ((y client) (y!2 cmap.slot)) (imap.near x x!2 y y!2)))))
    (=>
     succeeds
     (forall ((x service) (x!2 imap.slot) (y client) (y!2 service)) (=> (imap.far x x!2 y y!2) (imap.live x x!2))))
    (=>
     succeeds
     (forall ((x service) (x!2 imap.slot) (y client) (y!2 service) (z client) (z!2 service))
      (=> (and (imap.far x x!2 y y!2) (imap.far x x!2 z z!2)) (and (= y z) (= y!2 z!2)))))
    (=>
     succeeds
     (forall ((x service) (x!2 imap.slot))
      (=> (imap.live x x!2) (exists ((y client) (y!2 service)) (imap.far x x!2 y y!2)))))
    (=>
     succeeds
     (forall ((x service) (x!2 gate.slot))
      (=> (gate.live x x!2) (and (>= (gate.pc x x!2) 0) (<= (gate.pc x x!2) 4294967295)))))
    (=> succeeds (forall ((x thread) (y client)) (=> (thread.client x y) (thread.live x))))
    (=> succeeds (forall ((x thread) (y client) (z client)) (=> (and (thread.client x y) (thread.client x z)) (= y z))))
    (=> succeeds (forall ((x thread)) (=> (thread.live x) (exists ((y client)) (thread.client x y)))))
    (=> succeeds (forall ((x thread) (y service)) (=> (thread.inside x y) (thread.live x))))
    (=>
     succeeds
     (forall ((x thread) (y service) (z service)) (=> (and (thread.inside x y) (thread.inside x z)) (= y z))))
    (=> succeeds (forall ((x step) (y region)) (=> (step.region x y) (step.live x))))
    (=> succeeds (forall ((x step) (y region) (z region)) (=> (and (step.region x y) (step.region x z)) (= y z))))
    (=> succeeds (forall ((x step)) (=> (step.live x) (exists ((y region)) (step.region x y)))))))))
(check-sat)
(pop 1)

(push 1)
; by_gate.defined
(assert
 (not
  (=>
   succeeds
   (forall ((t thread) (v service))
    (=>
     (and (or (thread.live t) (thread.live t)) (or (service.live v) (service.live v)))
     (and
      (=> (thread.live t) (and (thread.live t) (=> (thread.inside t v) (=> (thread.live t) (thread.live t)))))
      (=>
       (and (thread.live t) (thread.inside t v) (not (and (thread.live t) (thread.inside t v))))
       (and
        (thread.live t)
        (=>
         (thread.client t c)
         (forall ((g service) (g!2 gate.slot))
          (=> (gate.live g g!2) (=> (gate.live g g!2) (=> (= g v) (gate.live g g!2))))))))))))))
(check-sat)
(pop 1)

(push 1)
; back_by.defined
(assert
 (not
  (=>
   succeeds
   (forall ((t thread) (v service))
    (let ((it (=> (thread.live t) (thread.live t))))
     (let ((it!2 (and (thread.live t) (thread.inside t v))))
      (=>
       (and (or (thread.live t) (thread.live t)) (or (service.live v) (service.live v)))
       (and (and it (=> it!2 it)) (=> (and it!2 (not it!2)) (service.live v))))))))))
(check-sat)
(pop 1)

(push 1)
; steady.defined
(assert
 (not
  (=>
   succeeds
   (forall ((w client) (w!2 region))
    (let ((it (and (smap.live w!2) (smap.live w!2))))
     (=>
      (or (view.live w w!2) (view.live.after w w!2))
      (=> (and (view.live w w!2) (view.live.after w w!2)) (and it it))))))))
(check-sat)
(pop 1)

(push 1)
; unseen.defined
(assert (not (=> succeeds (forall ((x region) (f frame)) (=> (smap.live x) (smap.live x))))))
(check-sat)
(pop 1)

(push 1)
; seen_by_all.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; by_client.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; region.owner.refers
(assert
 (not (=> succeeds (forall ((x region)) (forall ((named service)) (=> (region.owner x named) (service.live named)))))))
(check-sat)
(pop 1)

(push 1)
; region.step.refers
(assert (not (=> succeeds (forall ((x region)) (forall ((named step)) (=> (region.step x named) (step.live named)))))))
(check-sat)
(pop 1)

(push 1)
; page.owner.refers
(assert (not (=> succeeds (forall ((x page)) (forall ((named client)) (=> (page.owner x named) (client.live named)))))))
(check-sat)
(pop 1)

(push 1)
; page.reclaimed
(assert
 (not
  (=>
   succeeds
   (forall ((p page) (e client))
    (=>
     (or (client.live e) (client.live e))
     (=>
      (and (page.owner p e) (not (page.owner p e)))
      (and
       (not (exists ((c!2 client) (c!3 cmap.slot)) (and (cmap.live c!2 c!3) (cmap.target c!2 c!3 p))))
       (not (exists ((c!2 service) (c!3 imap.slot)) (and (imap.live c!2 c!3) (imap.target c!2 c!3 p)))))))))))
(check-sat)
(pop 1)

(push 1)
; frame.owner.refers
(assert
 (not (=> succeeds (forall ((x frame)) (forall ((named service)) (=> (frame.owner x named) (service.live named)))))))
(check-sat)
(pop 1)

(push 1)
; frame.reclaimed
(assert
 (not
  (=>
   succeeds
   (forall ((p frame) (e service))
    (=>
     (or (service.live e) (service.live e))
     (=>
      (and (frame.owner p e) (not (frame.owner p e)))
      (not (exists ((c!2 region)) (and (smap.live c!2) (smap.target c!2 p))))))))))
(check-sat)
(pop 1)

(push 1)
; joined.client.refers
(assert (not (=> succeeds (forall ((x client) (x!2 service)) (=> (joined.live x x!2) (client.live x))))))
(check-sat)
(pop 1)

(push 1)
; joined.service.refers
(assert (not (=> succeeds (forall ((x client) (x!2 service)) (=> (joined.live x x!2) (service.live x!2))))))
(check-sat)
(pop 1)

(push 1)
; cmap.client.refers
(assert (not (=> succeeds (forall ((x client) (x!2 cmap.slot)) (=> (cmap.live x x!2) (client.live x))))))
(check-sat)
(pop 1)

(push 1)
; cmap.target.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; cmap.no_dangling
(assert
 (not
  (=>
   succeeds
   (forall ((m client) (m!2 cmap.slot))
    (=>
     (cmap.live m m!2)
     (not
      (exists ((target page)) (and (cmap.target m m!2 target) (forall ((some client)) (not (page.owner target some)))))))))))
(check-sat)
(pop 1)

(push 1)
; smap.region.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; smap.target.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; smap.no_dangling
(assert
 (not
  (=>
   succeeds
   (forall ((m region))
    (=>
     (smap.live m)
     (not
      (exists ((target frame)) (and (smap.target m target) (forall ((some service)) (not (frame.owner target some)))))))))))
(check-sat)
(pop 1)

(push 1)
; view.client.refers
(assert (not (=> succeeds (forall ((x client) (x!2 region)) (=> (view.live.after x x!2) (client.live x))))))
(check-sat)
(pop 1)

(push 1)
; view.region.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; window.client.refers
(assert (not (=> succeeds (forall ((x client) (x!2 service)) (=> (window.live x x!2) (client.live x))))))
(check-sat)
(pop 1)

(push 1)
; window.service.refers
(assert (not (=> succeeds (forall ((x client) (x!2 service)) (=> (window.live x x!2) (service.live x!2))))))
(check-sat)
(pop 1)

(push 1)
; imap.service.refers
(assert (not (=> succeeds (forall ((x service) (x!2 imap.slot)) (=> (imap.live x x!2) (service.live x))))))
(check-sat)
(pop 1)

(push 1)
; imap.target.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; imap.near.refers
(assert
 (not
  (=>
   succeeds
   (forall ((x service) (x!2 imap.slot))
    (=>
     (imap.live x x!2)
     (forall ((near client) (near!2 cmap.slot)) (=> (imap.near x x!2 near near!2) (cmap.live near near!2))))))))
(check-sat)
(pop 1)

(push 1)
; imap.far.refers
(assert
 (not
  (=>
   succeeds
   (forall ((x service) (x!2 imap.slot))
    (=>
     (imap.live x x!2)
     (forall ((far client) (far!2 service)) (=> (imap.far x x!2 far far!2) (window.live far far!2))))))))
(check-sat)
(pop 1)

(push 1)
; imap.justified
(assert
 (not
  (=>
   succeeds
   (forall ((m service) (m!2 imap.slot))
    (=>
     (imap.live m m!2)
     (and
      (forall ((near client) (near!2 cmap.slot)) (=> (imap.near m m!2 near near!2) (cmap.live near near!2)))
      (forall ((same page))
       (=
        (exists ((near client) (near!2 cmap.slot)) (and (imap.near m m!2 near near!2) (cmap.target near near!2 same)))
        (imap.target m m!2 same)))
      (forall ((near client) (near!2 cmap.slot))
       (=>
        (imap.near m m!2 near near!2)
        (and
         (=> (imap.rights.read m m!2) (cmap.rights.read near near!2))
         (=> (imap.rights.write m m!2) (cmap.rights.write near near!2)))))
      (forall ((far client) (far!2 service)) (=> (imap.far m m!2 far far!2) (window.live far far!2)))
      (forall ((far client) (far!2 service))
       (=>
        (imap.far m m!2 far far!2)
        (and
         (=> (imap.rights.read m m!2) (window.rights.read far far!2))
         (=> (imap.rights.write m m!2) (window.rights.write far far!2)))))))))))
(check-sat)
(pop 1)

(push 1)
; imap.no_dangling
(assert
 (not
  (=>
   succeeds
   (forall ((m service) (m!2 imap.slot))
    (=>
     (imap.live m m!2)
     (not
      (exists ((target page)) (and (imap.target m m!2 target) (forall ((some client)) (not (page.owner target some)))))))))))
(check-sat)
(pop 1)

(push 1)
; gate.service.refers
(assert (not (=> succeeds (forall ((x service) (x!2 gate.slot)) (=> (gate.live x x!2) (service.live x))))))
(check-sat)
(pop 1)

(push 1)
; thread.client.refers
(assert
 (not
  (=>
   succeeds
   (forall ((x thread))
    (=> (thread.live x) (forall ((client client)) (=> (thread.client x client) (client.live client))))))))
(check-sat)
(pop 1)

(push 1)
; thread.inside.refers
(assert
 (not
  (=>
   succeeds
   (forall ((x thread))
    (=> (thread.live x) (forall ((named service)) (=> (thread.inside x named) (service.live named))))))))
(check-sat)
(pop 1)

(push 1)
; step.region.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; owes.step.refers
(assert (not (=> succeeds (forall ((x step) (x!2 client)) (=> (owes.live.after x x!2) (step.live x))))))
(check-sat)
(pop 1)

(push 1)
; owes.client.refers
(assert (not (=> succeeds (forall ((x step) (x!2 client)) (=> (owes.live.after x x!2) (client.live x!2))))))
(check-sat)
(pop 1)
