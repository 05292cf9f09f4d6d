// Untyped memory becomes an endpoint; copies are siblings, badged capabilities have children; a revoke that is interrupted.
spec spec/library/sel4_cdt.fief
capacity thread=2 object=4 cap=8 cte=6
retype(object0, 1, object0, 2, endpoint, 16) by thread0 -> cap3
  object2.parent = object1
  object2.at = 4096
  object1.used = 16
  cap3.parent = cap2
copy(object0, 2, object0, 3, {read, write}) by thread0 -> cap4
  cap4.parent = cap3
  cap4.revocable = false
copy(object0, 3, object0, 4, {read, grant}) by thread0 fails amplifies
copy(object0, 3, object0, 4, {read}) by thread0 -> cap5
  cap5.parent = cap3
mint(object0, 3, object0, 5, {write}, 7) by thread0 -> cap6
  cap6.parent = cap3
  cap6.badge = 7
mint(object0, 5, object0, 1, {write}, 8) by thread0 fails occupied
delete(object0, 4) by thread0
  cap5 is not live
mint(object0, 5, object0, 4, {write}, 8) by thread0 fails not_mintable
copy(object0, 5, object0, 4, {}) by thread0 -> cap5
  cap5.parent = cap6
  cap5.badge = 7
delete(object0, 5) by thread0
  cap5.parent = cap3
move(object0, 4, object0, 5) by thread0
  cte[object0, 5].target = cap5
  cap5.parent = cap3
copy(object0, 1, object0, 4, all) by thread0 fails revoke_first
revoke(object0, 1) by thread0 choosing cap4 -> true
  cap4 is not live
  cte[object0, 3] is not live
copy(object0, 2, object0, 3, {write}) by thread0 -> cap4
revoke(object0, 1) by thread0 choosing cap3 -> true
  cap4.parent = cap2
  object2 is live
revoke(object0, 1) by thread0 choosing cap4 -> true
revoke(object0, 1) by thread0 -> true
  object2 is not live
  emits finalised(object2)
revoke(object0, 1) by thread0 -> false
  emits cleared(cap2)
retype(object0, 1, object0, 2, frame, 4096) by thread0 -> cap3
  object2.at = 4096
  object1.used = 4096
