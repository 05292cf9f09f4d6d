// Nothing takes a page out of its phase but force, so time stops; and force comes too early.
spec properties.fief
capacity env=2 page=2 cap=2 pte=2 lost=1
spawn() -> env0
alloc(page0) by env0 -> cap0
ask(page0)
  page0.deadline = 10us
  page0.since = 0us
  page0.entered = 0us
  emits asked(page0)
time 15us
time 16us fails bad_argument
lose(page1) by env0
lose(page1) by env0
  undefined is live already
wipe(env0)
  breaks lost.kept
