// A node goes with its last capability, but not at once: while something lies in it, its memory is not free.
spec spec/library/sel4_cdt.fief
capacity thread=2 object=5 cap=8 cte=4
retype(object0, 1, object0, 2, cnode, 256) by thread0 -> cap3
  object2.kind = cnode
spawn(object0, 2) by thread0 -> thread1
  root[thread1].target = cap4
retype(object0, 1, object2, 0, frame, 4096) by thread0 -> cap5
  object3.at = 4352
  object1.used = 4352
delete(object2, 0) by thread1
  object3 is not live
  emits finalised(object3)
retype(object0, 1, object2, 0, endpoint, 16) by thread0 -> cap5
copy(object2, 0, object2, 1, {read}) by thread1 -> cap6
delete(object0, 2) by thread0
  cap3 is not live
  object2.zombie = false
revoke(object0, 1) by thread0 choosing cap4 -> true
  root[thread1] is not live
  object2.zombie = true
  emits finalised(object2)
copy(object2, 0, object2, 2, {read}) by thread1 fails lookup
revoke(object0, 1) by thread0 choosing cap5 -> true
revoke(object0, 1) by thread0 -> true
  object2.zombie = true
  emits finalised(object3)
revoke(object0, 1) by thread0 -> false
  emits cleared(cap2)
retype(object0, 1, object0, 2, frame, 16) by thread0 -> cap3
  object3.at = 8464
reap(object2)
  object2 is not live
reap(object2) fails bad_argument
