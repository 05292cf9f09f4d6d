; aegis_cpu: what `open` keeps. Each check is to be answered `unsat`.
(set-info :smt-lib-version 2.6)
(set-logic UFLIA)

(declare-sort env 0)
(declare-sort gate.slot 0)
(declare-sort slice 0)
(declare-sort frame 0)
(declare-sort page 0)
(declare-sort pte.slot 0)
(declare-sort tlb 0)
(declare-sort tag 0)
(declare-fun e () env)
(declare-fun i () gate.slot)
(declare-fun gate.live (env gate.slot) Bool)
(declare-fun pc () Int)
(declare-fun gate.pc (env gate.slot) Int)
(declare-fun sync () Bool)
(declare-fun gate.sync (env gate.slot) Bool)
(declare-fun now () Int)
(declare-fun env.excess (env) Int)
(declare-fun env.live (env) Bool)
(declare-fun slice.owner (slice env) Bool)
(declare-fun slice.next (slice slice) Bool)
(declare-fun slice.under (slice frame) Bool)
(declare-fun slice.resume (slice) Int)
(declare-fun frame.descends (frame frame) Bool)
(declare-fun frame.live (frame) Bool)
(declare-fun frame.slice (frame slice) Bool)
(declare-fun frame.callee (frame env) Bool)
(declare-fun frame.resume (frame) Int)
(declare-fun cpu.slice (slice) Bool)
(declare-fun cpu.running (env) Bool)
(declare-fun page.owner (page env) Bool)
(declare-fun pte.target (env pte.slot page) Bool)
(declare-fun pte.live (env pte.slot) Bool)
(declare-fun pte.line (env pte.slot tlb) Bool)
(declare-fun tag.owner (tag env) Bool)
(declare-fun tlb.tag (tlb tag) Bool)
(declare-fun tlb.live (tlb) Bool)
(declare-fun tlb.vslot (tlb pte.slot) Bool)
(declare-fun tlb.page (tlb page) Bool)
(declare-fun env.doomed (env) Bool)
(declare-fun page.stale (page) Bool)
(declare-fun tlb.rights.read (tlb) Bool)
(declare-fun pte.rights.read (env pte.slot) Bool)
(declare-fun tlb.rights.write (tlb) Bool)
(declare-fun pte.rights.write (env pte.slot) Bool)

; ---- the step, from the state before to the state after
(define-fun gate.live.after ((x env) (y gate.slot)) Bool (or (and (= x e) (= y i)) (gate.live x y)))
(define-fun gate.pc.after ((x env) (y gate.slot)) Int (ite (and (= x e) (= y i)) pc (gate.pc x y)))
(define-fun gate.sync.after ((x env) (y gate.slot)) Bool (ite (and (= x e) (= y i)) sync (gate.sync x y)))
(define-fun succeeds () Bool (not (gate.live e i)))

; ---- what is assumed
; what the types say
(assert (>= now 0))
(assert (forall ((x env)) (=> (env.live x) (and (>= (env.excess x) 0) (<= (env.excess x) 8)))))
(assert (forall ((x slice) (y env) (z env)) (=> (and (slice.owner x y) (slice.owner x z)) (= y z))))
(assert (forall ((x slice) (y slice) (z slice)) (=> (and (slice.next x y) (slice.next x z)) (= y z))))
(assert (forall ((x slice) (y frame) (z frame)) (=> (and (slice.under x y) (slice.under x z)) (= y z))))
(assert (forall ((x slice)) (and (>= (slice.resume x) 0) (<= (slice.resume x) 4294967295))))
(assert (forall ((x frame) (y frame)) (=> (frame.descends x y) (and (frame.live x) (frame.live y)))))
(assert (forall ((x frame) (y slice)) (=> (frame.slice x y) (frame.live x))))
(assert (forall ((x frame) (y slice) (z slice)) (=> (and (frame.slice x y) (frame.slice x z)) (= y z))))
(assert (forall ((x frame)) (=> (frame.live x) (exists ((y slice)) (frame.slice x y)))))
(assert (forall ((x frame) (y env)) (=> (frame.callee x y) (frame.live x))))
(assert (forall ((x frame) (y env) (z env)) (=> (and (frame.callee x y) (frame.callee x z)) (= y z))))
(assert (forall ((x frame)) (=> (frame.live x) (exists ((y env)) (frame.callee x y)))))
(assert (forall ((x frame)) (=> (frame.live x) (and (>= (frame.resume x) 0) (<= (frame.resume x) 4294967295)))))
(assert
 (forall ((x env) (x!2 gate.slot)) (=> (gate.live x x!2) (and (>= (gate.pc x x!2) 0) (<= (gate.pc x x!2) 4294967295)))))
(assert (forall ((y slice) (z slice)) (=> (and (cpu.slice y) (cpu.slice z)) (= y z))))
(assert (forall ((y env) (z env)) (=> (and (cpu.running y) (cpu.running z)) (= y z))))
(assert (forall ((x page) (y env) (z env)) (=> (and (page.owner x y) (page.owner x z)) (= y z))))
(assert (forall ((x env) (x!2 pte.slot) (y page)) (=> (pte.target x x!2 y) (pte.live x x!2))))
(assert
 (forall ((x env) (x!2 pte.slot) (y page) (z page)) (=> (and (pte.target x x!2 y) (pte.target x x!2 z)) (= y z))))
(assert (forall ((x env) (x!2 pte.slot)) (=> (pte.live x x!2) (exists ((y page)) (pte.target x x!2 y)))))
(assert (forall ((x env) (x!2 pte.slot) (y tlb)) (=> (pte.line x x!2 y) (pte.live x x!2))))
(assert (forall ((x env) (x!2 pte.slot) (y tlb) (z tlb)) (=> (and (pte.line x x!2 y) (pte.line x x!2 z)) (= y z))))
(assert (forall ((x env) (x!2 pte.slot)) (=> (pte.live x x!2) (exists ((y tlb)) (pte.line x x!2 y)))))
(assert (forall ((x tag) (y env) (z env)) (=> (and (tag.owner x y) (tag.owner x z)) (= y z))))
(assert (forall ((x tlb) (y tag)) (=> (tlb.tag x y) (tlb.live x))))
(assert (forall ((x tlb) (y tag) (z tag)) (=> (and (tlb.tag x y) (tlb.tag x z)) (= y z))))
(assert (forall ((x tlb)) (=> (tlb.live x) (exists ((y tag)) (tlb.tag x y)))))
(assert (forall ((x tlb) (y pte.slot)) (=> (tlb.vslot x y) (tlb.live x))))
(assert (forall ((x tlb) (y pte.slot) (z pte.slot)) (=> (and (tlb.vslot x y) (tlb.vslot x z)) (= y z))))
(assert (forall ((x tlb)) (=> (tlb.live x) (exists ((y pte.slot)) (tlb.vslot x y)))))
(assert (forall ((x tlb) (y page)) (=> (tlb.page x y) (tlb.live x))))
(assert (forall ((x tlb) (y page) (z page)) (=> (and (tlb.page x y) (tlb.page x z)) (= y z))))
(assert (forall ((x tlb)) (=> (tlb.live x) (exists ((y page)) (tlb.page x y)))))
; round
(assert
 (=>
  (not (forall ((some slice)) (not (cpu.slice some))))
  (not (exists ((slice slice)) (and (cpu.slice slice) (forall ((some slice)) (not (slice.next slice some))))))))
; joined
(assert
 (forall ((s slice))
  (=>
   (not (forall ((some slice)) (not (slice.next s some))))
   (and
    (not (exists ((next slice)) (and (slice.next s next) (forall ((some slice)) (not (slice.next next some))))))
    (not (forall ((some slice)) (not (cpu.slice some))))))))
; at_work
(assert
 (=>
  (not (forall ((some env)) (not (cpu.running some))))
  (and
   (not (forall ((some slice)) (not (cpu.slice some))))
   (not (exists ((running env)) (and (cpu.running running) (env.doomed running)))))))
; lent
(assert
 (forall ((s slice))
  (=>
   (not (forall ((some frame)) (not (slice.under s some))))
   (and
    (not (forall ((some env)) (not (slice.owner s some))))
    (forall ((under frame)) (=> (slice.under s under) (frame.slice under s)))))))
; stacked
(assert
 (forall ((f frame))
  (=>
   (frame.live f)
   (and
    (not (exists ((slice slice)) (and (frame.slice f slice) (forall ((some frame)) (not (slice.under slice some))))))
    (forall ((slice slice))
     (=> (frame.slice f slice) (forall ((under frame)) (=> (slice.under slice under) (frame.descends under f)))))))))
; on_slice
(assert
 (forall ((f frame) (g frame))
  (=>
   (and (frame.live f) (frame.live g))
   (=> (frame.descends f g) (forall ((same slice)) (= (frame.slice f same) (frame.slice g same)))))))
; cached
(assert
 (forall ((t tlb))
  (=>
   (tlb.live t)
   (and
    (not (exists ((tag tag)) (and (tlb.tag t tag) (forall ((some env)) (not (tag.owner tag some))))))
    (or
     (forall ((page page)) (=> (tlb.page t page) (page.stale page)))
     (and
      (forall ((tag tag))
       (=>
        (tlb.tag t tag)
        (forall ((owner env))
         (=> (tag.owner tag owner) (forall ((vslot pte.slot)) (=> (tlb.vslot t vslot) (pte.live owner vslot)))))))
      (forall ((same page))
       (=
        (exists ((tag tag))
         (and
          (tlb.tag t tag)
          (exists ((owner env))
           (and
            (tag.owner tag owner)
            (exists ((vslot pte.slot)) (and (tlb.vslot t vslot) (pte.target owner vslot same)))))))
        (tlb.page t same)))
      (forall ((tag tag))
       (=>
        (tlb.tag t tag)
        (forall ((owner env))
         (=>
          (tag.owner tag owner)
          (forall ((vslot pte.slot))
           (=>
            (tlb.vslot t vslot)
            (and
             (=> (tlb.rights.read t) (pte.rights.read owner vslot))
             (=> (tlb.rights.write t) (pte.rights.write owner vslot)))))))))
      (forall ((tag tag))
       (=>
        (tlb.tag t tag)
        (forall ((owner env))
         (=> (tag.owner tag owner) (forall ((vslot pte.slot)) (=> (tlb.vslot t vslot) (pte.line owner vslot t)))))))))))))
; private
(assert
 (forall ((m env) (m!2 pte.slot))
  (=> (pte.live m m!2) (forall ((target page)) (=> (pte.target m m!2 target) (page.owner target m))))))
; waits
(assert (forall ((p page)) (=> (page.stale p) (forall ((some env)) (not (page.owner p some))))))
; slice.owner.refers
(assert (forall ((x slice)) (forall ((named env)) (=> (slice.owner x named) (env.live named)))))
; slice.under.refers
(assert (forall ((x slice)) (forall ((named frame)) (=> (slice.under x named) (frame.live named)))))
; frame.parent.refers
(assert
 (forall ((x frame)) (=> (frame.live x) (forall ((named frame)) (=> (frame.descends x named) (frame.live named))))))
; frame.callee.refers
(assert (forall ((x frame)) (=> (frame.live x) (forall ((callee env)) (=> (frame.callee x callee) (env.live callee))))))
; frame.forest
(assert
 (and
  (forall ((a frame)) (=> (frame.live a) (frame.descends a a)))
  (forall ((a frame) (b frame) (c frame))
   (=>
    (and (frame.live a) (frame.live b) (frame.live c))
    (=> (and (frame.descends a b) (frame.descends b c)) (frame.descends a c))))
  (forall ((a frame) (b frame))
   (=> (and (frame.live a) (frame.live b)) (=> (and (frame.descends a b) (frame.descends b a)) (= a b))))
  (forall ((a frame) (b frame) (c frame))
   (=>
    (and (frame.live a) (frame.live b) (frame.live c))
    (=> (and (frame.descends a b) (frame.descends a c)) (or (frame.descends b c) (frame.descends c b)))))))
; gate.env.refers
(assert (forall ((x env) (x!2 gate.slot)) (=> (gate.live x x!2) (env.live x))))
; cpu.running.refers
(assert (forall ((named env)) (=> (cpu.running named) (env.live named))))
; page.owner.refers
(assert (forall ((x page)) (forall ((named env)) (=> (page.owner x named) (env.live named)))))
; pte.env.refers
(assert (forall ((x env) (x!2 pte.slot)) (=> (pte.live x x!2) (env.live x))))
; pte.no_dangling
(assert
 (forall ((m env) (m!2 pte.slot))
  (=>
   (pte.live m m!2)
   (not (exists ((target page)) (and (pte.target m m!2 target) (forall ((some env)) (not (page.owner target some)))))))))
; tag.owner.refers
(assert (forall ((x tag)) (forall ((named env)) (=> (tag.owner x named) (env.live named)))))
; the step's arguments, and names for what it meets
(assert (and (>= pc 0) (<= pc 4294967295)))
(assert (env.live e))

(push 1)
; round
(assert
 (not
  (=>
   succeeds
   (=>
    (not (forall ((some slice)) (not (cpu.slice some))))
    (not (exists ((slice slice)) (and (cpu.slice slice) (forall ((some slice)) (not (slice.next slice some))))))))))
(check-sat)
(pop 1)

(push 1)
; joined
(assert
 (not
  (=>
   succeeds
   (forall ((s slice))
    (=>
     (not (forall ((some slice)) (not (slice.next s some))))
     (and
      (not (exists ((next slice)) (and (slice.next s next) (forall ((some slice)) (not (slice.next next some))))))
      (not (forall ((some slice)) (not (cpu.slice some))))))))))
(check-sat)
(pop 1)

(push 1)
; at_work
(assert
 (not
  (=>
   succeeds
   (=>
    (not (forall ((some env)) (not (cpu.running some))))
    (and
     (not (forall ((some slice)) (not (cpu.slice some))))
     (not (exists ((running env)) (and (cpu.running running) (env.doomed running)))))))))
(check-sat)
(pop 1)

(push 1)
; lent
(assert
 (not
  (=>
   succeeds
   (forall ((s slice))
    (=>
     (not (forall ((some frame)) (not (slice.under s some))))
     (and
      (not (forall ((some env)) (not (slice.owner s some))))
      (forall ((under frame)) (=> (slice.under s under) (frame.slice under s)))))))))
(check-sat)
(pop 1)

(push 1)
; stacked
(assert
 (not
  (=>
   succeeds
   (forall ((f frame))
    (=>
     (frame.live f)
     (and
      (not (exists ((slice slice)) (and (frame.slice f slice) (forall ((some frame)) (not (slice.under slice some))))))
      (forall ((slice slice))
       (=> (frame.slice f slice) (forall ((under frame)) (=> (slice.under slice under) (frame.descends under f)))))))))))
(check-sat)
(pop 1)

(push 1)
; on_slice
(assert
 (not
  (=>
   succeeds
   (forall ((f frame) (g frame))
    (=>
     (and (frame.live f) (frame.live g))
     (=> (frame.descends f g) (forall ((same slice)) (= (frame.slice f same) (frame.slice g same)))))))))
(check-sat)
(pop 1)

(push 1)
; cached
(assert
 (not
  (=>
   succeeds
   (forall ((t tlb))
    (=>
     (tlb.live t)
     (and
      (not (exists ((tag tag)) (and (tlb.tag t tag) (forall ((some env)) (not (tag.owner tag some))))))
      (or
       (forall ((page page)) (=> (tlb.page t page) (page.stale page)))
       (and
        (forall ((tag tag))
         (=>
          (tlb.tag t tag)
          (forall ((owner env))
           (=> (tag.owner tag owner) (forall ((vslot pte.slot)) (=> (tlb.vslot t vslot) (pte.live owner vslot)))))))
        (forall ((same page))
         (=
          (exists ((tag tag))
           (and
            (tlb.tag t tag)
            (exists ((owner env))
             (and
              (tag.owner tag owner)
              (exists ((vslot pte.slot)) (and (tlb.vslot t vslot) (pte.target owner vslot same)))))))
          (tlb.page t same)))
        (forall ((tag tag))
         (=>
          (tlb.tag t tag)
          (forall ((owner env))
           (=>
            (tag.owner tag owner)
            (forall ((vslot pte.slot))
             (=>
              (tlb.vslot t vslot)
              (and
               (=> (tlb.rights.read t) (pte.rights.read owner vslot))
               (=> (tlb.rights.write t) (pte.rights.write owner vslot)))))))))
        (forall ((tag tag))
         (=>
          (tlb.tag t tag)
          (forall ((owner env))
           (=> (tag.owner tag owner) (forall ((vslot pte.slot)) (=> (tlb.vslot t vslot) (pte.line owner vslot t)))))))))))))))
(check-sat)
(pop 1)

(push 1)
; private
(assert
 (not
  (=>
   succeeds
   (forall ((m env) (m!2 pte.slot))
    (=> (pte.live m m!2) (forall ((target page)) (=> (pte.target m m!2 target) (page.owner target m))))))))
(check-sat)
(pop 1)

(push 1)
; waits
(assert (not (=> succeeds (forall ((p page)) (=> (page.stale p) (forall ((some env)) (not (page.owner p some))))))))
(check-sat)
(pop 1)

(push 1)
; no_stale_reuse
(assert
 (not
  (=>
   succeeds
   (forall ((p page))
    (=>
     (and (forall ((some env)) (not (page.owner p some))) (not (forall ((some env)) (not (page.owner p some)))))
     (not (exists ((t tlb)) (and (tlb.live t) (tlb.page t p)))))))))
(check-sat)
(pop 1)

(push 1)
; no_stale_tag
(assert
 (not
  (=>
   succeeds
   (forall ((a tag))
    (=>
     (and (forall ((some env)) (not (tag.owner a some))) (not (forall ((some env)) (not (tag.owner a some)))))
     (not (exists ((t tlb)) (and (tlb.live t) (tlb.tag t a)))))))))
(check-sat)
(pop 1)

(push 1)
; agreed_entry
(assert false)
(check-sat)
(pop 1)

(push 1)
; in_hands
(assert
 (not
  (=>
   succeeds
   (forall ((s slice) (e!2 env))
    (=>
     (or (env.live e!2) (env.live e!2))
     (=>
      (and
       (and
        (=> (forall ((some frame)) (not (slice.under s some))) (slice.owner s e!2))
        (or
         (forall ((some frame)) (not (slice.under s some)))
         (exists ((under frame)) (and (slice.under s under) (frame.callee under e!2)))))
       (not
        (and
         (=> (forall ((some frame)) (not (slice.under s some))) (slice.owner s e!2))
         (or
          (forall ((some frame)) (not (slice.under s some)))
          (forall ((under frame)) (=> (slice.under s under) (frame.callee under e!2)))))))
      (or
       (= e e!2)
       (not (env.live e!2))
       (exists ((f frame))
        (and
         (frame.live f)
         (and
          (frame.slice f s)
          (or
           (forall ((callee env)) (=> (frame.callee f callee) (env.doomed callee)))
           (forall ((owner env)) (=> (slice.owner s owner) (env.doomed owner))))))))))))))
(check-sat)
(pop 1)

(push 1)
; kept_slice
(assert
 (not
  (=>
   succeeds
   (forall ((s slice) (e!2 env))
    (=>
     (or (env.live e!2) (env.live e!2))
     (=> (and (slice.owner s e!2) (not (slice.owner s e!2))) (or (= e e!2) (not (env.live e!2)))))))))
(check-sat)
(pop 1)

(push 1)
; paid
(assert
 (not
  (=>
   succeeds
   (forall ((e!2 env))
    (=>
     (or (env.live e!2) (env.live e!2))
     (=>
      (and (env.live e!2) (env.live e!2) (< (env.excess e!2) (env.excess e!2)))
      (forall ((some env)) (not (cpu.running some)))))))))
(check-sat)
(pop 1)

(push 1)
; pays
(assert false)
(check-sat)
(pop 1)

(push 1)
; warned
(assert false)
(check-sat)
(pop 1)

(push 1)
; open.defined
(assert
 (not
  (and
   (=> succeeds succeeds)
   (=> succeeds (>= now 0))
   (=> succeeds (forall ((x env)) (=> (env.live x) (and (>= (env.excess x) 0) (<= (env.excess x) 8)))))
   (=> succeeds (forall ((x slice) (y env) (z env)) (=> (and (slice.owner x y) (slice.owner x z)) (= y z))))
   (=> succeeds (forall ((x slice) (y slice) (z slice)) (=> (and (slice.next x y) (slice.next x z)) (= y z))))
   (=> succeeds (forall ((x slice) (y frame) (z frame)) (=> (and (slice.under x y) (slice.under x z)) (= y z))))
   (=> succeeds (forall ((x slice)) (and (>= (slice.resume x) 0) (<= (slice.resume x) 4294967295))))
   (=> succeeds (forall ((x frame) (y frame)) (=> (frame.descends x y) (and (frame.live x) (frame.live y)))))
   (=> succeeds (forall ((x frame) (y slice)) (=> (frame.slice x y) (frame.live x))))
   (=> succeeds (forall ((x frame) (y slice) (z slice)) (=> (and (frame.slice x y) (frame.slice x z)) (= y z))))
   (=> succeeds (forall ((x frame)) (=> (frame.live x) (exists ((y slice)) (frame.slice x y)))))
   (=> succeeds (forall ((x frame) (y env)) (=> (frame.callee x y) (frame.live x))))
   (=> succeeds (forall ((x frame) (y env) (z env)) (=> (and (frame.callee x y) (frame.callee x z)) (= y z))))
   (=> succeeds (forall ((x frame)) (=> (frame.live x) (exists ((y env)) (frame.callee x y)))))
   (=> succeeds (forall ((x frame)) (=> (frame.live x) (and (>= (frame.resume x) 0) (<= (frame.resume x) 4294967295)))))
   (=>
    succeeds
    (forall ((x env) (x!2 gate.slot))
     (=> (gate.live.after x x!2) (and (>= (gate.pc.after x x!2) 0) (<= (gate.pc.after x x!2) 4294967295)))))
   (=> succeeds (forall ((y slice) (z slice)) (=> (and (cpu.slice y) (cpu.slice z)) (= y z))))
   (=> succeeds (forall ((y env) (z env)) (=> (and (cpu.running y) (cpu.running z)) (= y z))))
   (=> succeeds (forall ((x page) (y env) (z env)) (=> (and (page.owner x y) (page.owner x z)) (= y z))))
   (=> succeeds (forall ((x env) (x!2 pte.slot) (y page)) (=> (pte.target x x!2 y) (pte.live x x!2))))
   (=>
    succeeds
    (forall ((x env) (x!2 pte.slot) (y page) (z page)) (=> (and (pte.target x x!2 y) (pte.target x x!2 z)) (= y z))))
   (=> succeeds (forall ((x env) (x!2 pte.slot)) (=> (pte.live x x!2) (exists ((y page)) (pte.target x x!2 y)))))
   (=> succeeds (forall ((x env) (x!2 pte.slot) (y tlb)) (=> (pte.line x x!2 y) (pte.live x x!2))))
   (=>
    succeeds
    (forall ((x env) (x!2 pte.slot) (y tlb) (z tlb)) (=> (and (pte.line x x!2 y) (pte.line x x!2 z)) (= y z))))
   (=> succeeds (forall ((x env) (x!2 pte.slot)) (=> (pte.live x x!2) (exists ((y tlb)) (pte.line x x!2 y)))))
   (=> succeeds (forall ((x tag) (y env) (z env)) (=> (and (tag.owner x y) (tag.owner x z)) (= y z))))
   (=> succeeds (forall ((x tlb) (y tag)) (=> (tlb.tag x y) (tlb.live x))))
   (=> succeeds (forall ((x tlb) (y tag) (z tag)) (=> (and (tlb.tag x y) (tlb.tag x z)) (= y z))))
   (=> succeeds (forall ((x tlb)) (=> (tlb.live x) (exists ((y tag)) (tlb.tag x y)))))
   (=> succeeds (forall ((x tlb) (y pte.slot)) (=> (tlb.vslot x y) (tlb.live x))))
   (=> succeeds (forall ((x tlb) (y pte.slot) (z pte.slot)) (=> (and (tlb.vslot x y) (tlb.vslot x z)) (= y z))))
   (=> succeeds (forall ((x tlb)) (=> (tlb.live x) (exists ((y pte.slot)) (tlb.vslot x y)))))
   (=> succeeds (forall ((x tlb) (y page)) (=> (tlb.page x y) (tlb.live x))))
   (=> succeeds (forall ((x tlb) (y page) (z page)) (=> (and (tlb.page x y) (tlb.page x z)) (= y z))))
   (=> succeeds (forall ((x tlb)) (=> (tlb.live x) (exists ((y page)) (tlb.page x y))))))))
(check-sat)
(pop 1)

(push 1)
; no_stale_reuse.defined
(assert
 (not
  (=>
   succeeds
   (forall ((p page))
    (=>
     (and (forall ((some env)) (not (page.owner p some))) (not (forall ((some env)) (not (page.owner p some)))))
     (forall ((t tlb)) (=> (tlb.live t) (tlb.live t))))))))
(check-sat)
(pop 1)

(push 1)
; no_stale_tag.defined
(assert
 (not
  (=>
   succeeds
   (forall ((a tag))
    (=>
     (and (forall ((some env)) (not (tag.owner a some))) (not (forall ((some env)) (not (tag.owner a some)))))
     (forall ((t tlb)) (=> (tlb.live t) (tlb.live t))))))))
(check-sat)
(pop 1)

(push 1)
; agreed_entry.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; in_hands.defined
(assert
 (not
  (=>
   succeeds
   (forall ((s slice) (e!2 env))
    (=>
     (or (env.live e!2) (env.live e!2))
     (and
      (and
       (or
        (forall ((some frame)) (not (slice.under s some)))
        (and
         (exists ((there frame)) (slice.under s there))
         (forall ((under frame)) (=> (slice.under s under) (frame.live under)))))
       (=>
        (and
         (=> (forall ((some frame)) (not (slice.under s some))) (slice.owner s e!2))
         (or
          (forall ((some frame)) (not (slice.under s some)))
          (exists ((under frame)) (and (slice.under s under) (frame.callee under e!2)))))
        (or
         (forall ((some frame)) (not (slice.under s some)))
         (and
          (exists ((there frame)) (slice.under s there))
          (forall ((under frame)) (=> (slice.under s under) (frame.live under)))))))
      (=>
       (and
        (and
         (=> (forall ((some frame)) (not (slice.under s some))) (slice.owner s e!2))
         (or
          (forall ((some frame)) (not (slice.under s some)))
          (exists ((under frame)) (and (slice.under s under) (frame.callee under e!2)))))
        (not
         (and
          (=> (forall ((some frame)) (not (slice.under s some))) (slice.owner s e!2))
          (or
           (forall ((some frame)) (not (slice.under s some)))
           (forall ((under frame)) (=> (slice.under s under) (frame.callee under e!2)))))))
       (or
        (= e e!2)
        (or
         (not (env.live e!2))
         (forall ((f frame))
          (=>
           (frame.live f)
           (and
            (frame.live f)
            (=>
             (frame.slice f s)
             (and
              (and (frame.live f) (forall ((callee env)) (=> (frame.callee f callee) (env.live callee))))
              (or
               (forall ((callee env)) (=> (frame.callee f callee) (env.doomed callee)))
               (and
                (exists ((there env)) (slice.owner s there))
                (forall ((owner env)) (=> (slice.owner s owner) (env.live owner)))))))))))))))))))
(check-sat)
(pop 1)

(push 1)
; kept_slice.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; paid.defined
(assert
 (not
  (=>
   succeeds
   (forall ((e!2 env))
    (=> (or (env.live e!2) (env.live e!2)) (=> (env.live e!2) (=> (env.live e!2) (and (env.live e!2) (env.live e!2)))))))))
(check-sat)
(pop 1)

(push 1)
; pays.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; warned.defined
(assert false)
(check-sat)
(pop 1)

(push 1)
; slice.owner.refers
(assert (not (=> succeeds (forall ((x slice)) (forall ((named env)) (=> (slice.owner x named) (env.live named)))))))
(check-sat)
(pop 1)

(push 1)
; slice.next.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; slice.under.refers
(assert (not (=> succeeds (forall ((x slice)) (forall ((named frame)) (=> (slice.under x named) (frame.live named)))))))
(check-sat)
(pop 1)

(push 1)
; frame.parent.refers
(assert
 (not
  (=>
   succeeds
   (forall ((x frame)) (=> (frame.live x) (forall ((named frame)) (=> (frame.descends x named) (frame.live named))))))))
(check-sat)
(pop 1)

(push 1)
; frame.slice.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; frame.callee.refers
(assert
 (not
  (=>
   succeeds
   (forall ((x frame)) (=> (frame.live x) (forall ((callee env)) (=> (frame.callee x callee) (env.live callee))))))))
(check-sat)
(pop 1)

(push 1)
; frame.forest
(assert
 (not
  (=>
   succeeds
   (and
    (forall ((a frame)) (=> (frame.live a) (frame.descends a a)))
    (forall ((a frame) (b frame) (c frame))
     (=>
      (and (frame.live a) (frame.live b) (frame.live c))
      (=> (and (frame.descends a b) (frame.descends b c)) (frame.descends a c))))
    (forall ((a frame) (b frame))
     (=> (and (frame.live a) (frame.live b)) (=> (and (frame.descends a b) (frame.descends b a)) (= a b))))
    (forall ((a frame) (b frame) (c frame))
     (=>
      (and (frame.live a) (frame.live b) (frame.live c))
      (=> (and (frame.descends a b) (frame.descends a c)) (or (frame.descends b c) (frame.descends c b)))))))))
(check-sat)
(pop 1)

(push 1)
; gate.env.refers
(assert (not (=> succeeds (forall ((x env) (x!2 gate.slot)) (=> (gate.live.after x x!2) (env.live x))))))
(check-sat)
(pop 1)

(push 1)
; cpu.slice.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; cpu.running.refers
(assert (not (=> succeeds (forall ((named env)) (=> (cpu.running named) (env.live named))))))
(check-sat)
(pop 1)

(push 1)
; page.owner.refers
(assert (not (=> succeeds (forall ((x page)) (forall ((named env)) (=> (page.owner x named) (env.live named)))))))
(check-sat)
(pop 1)

(push 1)
; page.reclaimed
(assert
 (not
  (=>
   succeeds
   (forall ((p page) (e!2 env))
    (=>
     (or (env.live e!2) (env.live e!2))
     (=>
      (and (page.owner p e!2) (not (page.owner p e!2)))
      (not (exists ((c env) (c!2 pte.slot)) (and (pte.live c c!2) (pte.target c c!2 p))))))))))
(check-sat)
(pop 1)

(push 1)
; pte.env.refers
(assert (not (=> succeeds (forall ((x env) (x!2 pte.slot)) (=> (pte.live x x!2) (env.live x))))))
(check-sat)
(pop 1)

(push 1)
; pte.target.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; pte.no_dangling
(assert
 (not
  (=>
   succeeds
   (forall ((m env) (m!2 pte.slot))
    (=>
     (pte.live m m!2)
     (not (exists ((target page)) (and (pte.target m m!2 target) (forall ((some env)) (not (page.owner target some)))))))))))
(check-sat)
(pop 1)

(push 1)
; tag.owner.refers
(assert (not (=> succeeds (forall ((x tag)) (forall ((named env)) (=> (tag.owner x named) (env.live named)))))))
(check-sat)
(pop 1)

(push 1)
; tlb.tag.refers
(assert false)
(check-sat)
(pop 1)

(push 1)
; tlb.page.refers
(assert false)
(check-sat)
(pop 1)
