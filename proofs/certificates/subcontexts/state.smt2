; subcontexts: what holds in every state. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort region 0)
(declare-sort service 0)
(declare-sort step 0)
(declare-sort page 0)
(declare-sort client 0)
(declare-sort frame 0)
(declare-sort cmap.slot 0)
(declare-sort imap.slot 0)
(declare-sort gate.slot 0)
(declare-sort thread 0)
(declare-fun now () Int)
(declare-fun region.owner (region service) Bool)
(declare-fun region.state.pending (region) Bool)
(declare-fun region.state.reserved (region) Bool)
(declare-fun region.state.active (region) Bool)
(declare-fun region.state.unmapped (region) Bool)
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
(declare-fun step.region (step region) Bool)
(declare-fun step.live (step) Bool)
(declare-fun view.live (client region) Bool)
(declare-fun joined.live (client service) Bool)
(declare-fun owes.live (step client) Bool)
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
(declare-fun waiting (step) Int)
(declare-fun t () thread)
(declare-fun m () client)
(declare-fun m!2 () cmap.slot)
(declare-fun c () client)
(declare-fun t!2 () thread)
(declare-fun m!3 () client)
(declare-fun m!4 () cmap.slot)
(declare-fun v () service)
(declare-fun t!3 () thread)
(declare-fun v!2 () service)
(declare-fun x () region)
(declare-fun t!4 () thread)
(declare-fun i () service)
(declare-fun i!2 () imap.slot)
(declare-fun v!3 () service)

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
 (forall ((s step)) (=> (step.live s) (forall ((region region)) (=> (step.region s region) (region.step region s))))))
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
 (forall ((s step) (j client) (j!2 service))
  (=>
   (and (step.live s) (joined.live j j!2))
   (=>
    (and
     (exists ((region region)) (and (step.region s region) (region.owner region j!2)))
     (exists ((region region))
      (and
       (step.region s region)
       (and
        (not (region.state.reserved region))
        (region.state.pending region)
        (not (region.state.active region))
        (not (region.state.unmapped region))))))
    (and
     (=> (owes.live s j) (not (exists ((region region)) (and (step.region s region) (view.live j region)))))
     (or (owes.live s j) (forall ((region region)) (=> (step.region s region) (view.live j region)))))))))
; going
(assert
 (forall ((s step) (j client) (j!2 service))
  (=>
   (and (step.live s) (joined.live j j!2))
   (=>
    (and
     (exists ((region region)) (and (step.region s region) (region.owner region j!2)))
     (exists ((region region))
      (and
       (step.region s region)
       (and
        (not (region.state.reserved region))
        (not (region.state.pending region))
        (not (region.state.active region))
        (region.state.unmapped region)))))
    (and
     (=> (owes.live s j) (forall ((region region)) (=> (step.region s region) (view.live j region))))
     (or (owes.live s j) (not (exists ((region region)) (and (step.region s region) (view.live j region))))))))))
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

(push 1)
; own_code.defined
(assert
 (not
  (=>
   (and (thread.live t) (cmap.live m m!2) (client.live c))
   (and
    (thread.live t)
    (=>
     (thread.client t c)
     (and (thread.live t) (=> (forall ((some service)) (not (thread.inside t some))) (=> (= m c) (cmap.live m m!2)))))))))
(check-sat)
(pop 1)

(push 1)
; outward.defined
(assert
 (not
  (=>
   (and (thread.live t!2) (cmap.live m!3 m!4) (service.live v))
   (and
    (thread.live t!2)
    (=> (thread.inside t!2 v) (and (thread.live t!2) (=> (thread.client t!2 m!3) (cmap.live m!3 m!4))))))))
(check-sat)
(pop 1)

(push 1)
; own_memory.defined
(assert
 (not
  (=>
   (and (thread.live t!3) (service.live v!2))
   (and
    (thread.live t!3)
    (=>
     (thread.inside t!3 v!2)
     (=>
      (region.owner x v!2)
      (and
       (thread.live t!3)
       (=> (exists ((client client)) (and (thread.client t!3 client) (view.live client x))) (smap.live x)))))))))
(check-sat)
(pop 1)

(push 1)
; at_hand.defined
(assert
 (not
  (=>
   (and (thread.live t!4) (imap.live i i!2) (service.live v!3))
   (and (thread.live t!4) (=> (thread.inside t!4 v!3) (=> (= i v!3) (imap.live i i!2)))))))
(check-sat)
(pop 1)

(push 1)
; owned.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; unowned.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; moving.defined
(assert
 (not
  (forall ((x!2 region))
   (let ((it (not (region.state.reserved x!2))))
    (let ((it!2 (region.state.pending x!2)))
     (let ((it!3 (not (region.state.active x!2))))
      (let ((it!4 (region.state.unmapped x!2)))
       (=>
        (or (and it it!2 it!3 (not it!4)) (and it (not it!2) it!3 it!4))
        (=>
         (not (forall ((some step)) (not (region.step x!2 some))))
         (and
          (exists ((there step)) (region.step x!2 there))
          (forall ((step step)) (=> (region.step x!2 step) (step.live step)))))))))))))
(check-sat)
(pop 1)

(push 1)
; logged.defined
(assert (not (forall ((s step)) (=> (step.live s) (step.live s)))))
(check-sat)
(pop 1)

(push 1)
; one_pending.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; backed.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; its_own.defined
(assert (not (forall ((m!5 region)) (=> (smap.live m!5) (smap.live m!5)))))
(check-sat)
(pop 1)

(push 1)
; private.defined
(assert (not (forall ((m!5 client) (m!6 cmap.slot)) (=> (cmap.live m!5 m!6) (cmap.live m!5 m!6)))))
(check-sat)
(pop 1)

(push 1)
; viewed.defined
(assert
 (not
  (forall ((w client) (w!2 region))
   (let ((it (region.state.reserved w!2)))
    (let ((it!2 (not (region.state.pending w!2))))
     (let ((it!3 (not (region.state.active w!2))))
      (let ((it!4 (not (region.state.unmapped w!2))))
       (=>
        (view.live w w!2)
        (=>
         (not (and (not it) it!2 it!3 it!4))
         (=>
          (not (and it it!2 it!3 it!4))
          (=>
           (not (forall ((some service)) (not (region.owner w!2 some))))
           (exists ((there service)) (region.owner w!2 there)))))))))))))
(check-sat)
(pop 1)

(push 1)
; everywhere.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; coming.defined
(assert
 (not
  (forall ((s step) (j client) (j!2 service))
   (=>
    (and (step.live s) (joined.live j j!2))
    (and
     (and
      (step.live s)
      (=> (exists ((region region)) (and (step.region s region) (region.owner region j!2))) (step.live s)))
     (=>
      (and
       (exists ((region region)) (and (step.region s region) (region.owner region j!2)))
       (exists ((region region))
        (and
         (step.region s region)
         (and
          (not (region.state.reserved region))
          (region.state.pending region)
          (not (region.state.active region))
          (not (region.state.unmapped region))))))
      (and (=> (owes.live s j) (step.live s)) (or (owes.live s j) (step.live s)))))))))
(check-sat)
(pop 1)

(push 1)
; going.defined
(assert
 (not
  (forall ((s step) (j client) (j!2 service))
   (=>
    (and (step.live s) (joined.live j j!2))
    (and
     (and
      (step.live s)
      (=> (exists ((region region)) (and (step.region s region) (region.owner region j!2))) (step.live s)))
     (=>
      (and
       (exists ((region region)) (and (step.region s region) (region.owner region j!2)))
       (exists ((region region))
        (and
         (step.region s region)
         (and
          (not (region.state.reserved region))
          (not (region.state.pending region))
          (not (region.state.active region))
          (region.state.unmapped region)))))
      (and (=> (owes.live s j) (step.live s)) (or (owes.live s j) (step.live s)))))))))
(check-sat)
(pop 1)

(push 1)
; concerned.defined
(assert
 (not
  (forall ((o step) (o!2 client))
   (=>
    (owes.live o o!2)
    (and
     (step.live o)
     (=>
      (not
       (forall ((region region)) (=> (step.region o region) (forall ((some service)) (not (region.owner region some))))))
      (and
       (step.live o)
       (exists ((there service)) (exists ((region region)) (and (step.region o region) (region.owner region there)))))))))))
(check-sat)
(pop 1)

(push 1)
; through.defined
(assert
 (not
  (forall ((i!3 service) (i!4 imap.slot))
   (=>
    (imap.live i!3 i!4)
    (and
     (imap.live i!3 i!4)
     (=>
      (exists ((far client) (far!2 service)) (and (imap.far i!3 i!4 far far!2) (= far!2 i!3)))
      (and (imap.live i!3 i!4) (imap.live i!3 i!4))))))))
(check-sat)
(pop 1)

(push 1)
; let_by.defined
(assert (not (forall ((w client) (w!2 service)) (=> (window.live w w!2) (=> (joined.live w w!2) (service.live w!2))))))
(check-sat)
(pop 1)

(push 1)
; entered.defined
(assert
 (not
  (forall ((t!5 thread))
   (=>
    (thread.live t!5)
    (and
     (thread.live t!5)
     (=>
      (not (forall ((some service)) (not (thread.inside t!5 some))))
      (and
       (and (thread.live t!5) (and (thread.live t!5) (exists ((there service)) (thread.inside t!5 there))))
       (=>
        (exists ((client client))
         (and
          (thread.client t!5 client)
          (exists ((inside service)) (and (thread.inside t!5 inside) (joined.live client inside)))))
        (and
         (and (thread.live t!5) (exists ((there service)) (thread.inside t!5 there)))
         (forall ((inside service)) (=> (thread.inside t!5 inside) (service.live inside))))))))))))
(check-sat)
(pop 1)

(push 1)
; no_way_in.defined
(assert (not (forall ((g service) (g!2 gate.slot)) (=> (gate.live g g!2) (service.live g)))))
(check-sat)
(pop 1)

(push 1)
; shared.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; halfway.defined
(assert
 (not
  (forall ((s step) (o step) (o!2 client) (w client) (w!2 region))
   (=>
    (and (step.live s) (owes.live o o!2) (view.live w w!2))
    (=> (= o s) (and (step.live s) (=> (step.region s w!2) (step.live s))))))))
(check-sat)
(pop 1)

(push 1)
; indirect.defined
(assert
 (not
  (forall ((i!3 service) (i!4 imap.slot) (t!5 thread))
   (=>
    (and (imap.live i!3 i!4) (thread.live t!5))
    (and (thread.live t!5) (=> (thread.inside t!5 i!3) (and (thread.live t!5) (imap.live i!3 i!4))))))))
(check-sat)
(pop 1)

(push 1)
; lingers.defined
(assert
 (not
  (forall ((v!4 service) (w client) (w!2 region)) (=> (and (service.live v!4) (view.live w w!2)) (service.live v!4)))))
(check-sat)
(pop 1)
