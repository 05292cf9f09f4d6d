// A slice is lent twice over, a callee runs past its end, and is destroyed; the slice goes back below it.
spec spec/library/aegis_cpu.fief
capacity env=3 slice=2 frame=3 gate=1 page=1 pte=1 tag=3 tlb=1
tick() fails no_round
enroll(slice0)
  slice0.next = slice0
enroll(slice1)
  slice0.next = slice1
  slice1.next = slice0
enroll(slice1) fails enrolled
spawn(tag0) -> env0
spawn(tag1) -> env1
spawn(tag2) -> env2
open(0, 100, true) by env1
open(0, 200, true) by env2
open(0, 300, false) by env0
take(slice0) by env0
take(slice0) by env1 fails taken
tick()
  cpu.slice = slice1
  cpu.running = none
tick()
  cpu.running = env0
transfer_sync(gate[env1, 0], 110) by env0 -> frame0
  cpu.running = env1
  slice0.resume = 110
  emits enter_at(env1, 100)
transfer_sync(gate[env2, 0], 120) by env0 fails not_running
give(slice0) by env0 fails lent
transfer_sync(gate[env2, 0], 130) by env1 -> frame1
  frame1.parent = frame0
  frame0.resume = 130
  emits enter_at(env2, 200)
transfer(gate[env0, 0]) by env2
  cpu.running = env0
  emits enter_at(env0, 300)
return() by env0 fails not_yours
tick()
  cpu.running = none
tick()
  cpu.running = env2
exit() by env2
  cpu.running = none
bury(env2) fails recall_first
recall(frame0) fails not_doomed
recall(frame1)
  frame1 is not live
  slice0.under = frame0
  cpu.running = env1
  emits enter_at(env1, 130)
bury(env2)
  env2 is not live
  tag2.owner = none
return() by env1
  frame0 is not live
  slice0.under = none
  cpu.running = env0
  emits enter_at(env0, 110)
overran()
  env0.excess = 1
tick()
tick()
  env0.excess = 0
  cpu.running = none
