// The software TLB: shot down at once, or the frame waits for the flush.
spec spec/library/aegis_cpu.fief
capacity env=2 slice=1 frame=1 gate=1 page=2 pte=2 tag=2 tlb=2
spawn(tag0) -> env0
spawn(tag1) -> env1
alloc(page0) by env0
map(0, page0, {read}, 1) by env0
map(0, page0, {read}, 1) by env1 fails not_owner
refill(pte[env0, 0], tag1) fails wrong_tag
refill(pte[env0, 0], tag0)
  tlb1 is live
  tlb1.page = page0
move(0, 1, 0) by env0
  tlb1 is not live
  pte[env0, 0] is not live
  pte[env0, 1].line = 0
refill(pte[env0, 1], tag0)
free(page0) by env0
  tlb0 is live
  pte[env0, 1] is not live
  page0.stale = true
alloc(page0) by env1 fails flush_owed
flush()
  tlb0 is not live
  page0.stale = false
alloc(page0) by env1
