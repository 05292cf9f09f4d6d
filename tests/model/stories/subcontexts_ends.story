// Into a service by a gate only; what it keeps at hand of a client it has through the client's map and window; how it ends.
spec spec/library/subcontexts.fief
capacity client=2 service=2 region=3 page=2 frame=2 cmap=2 imap=2 gate=2 thread=3 step=2
start_service() -> service1
open(0, 8192) by service1
into(thread0, gate[service1, 0]) by client1 fails not_joined
into(thread0, gate[service0, 0]) by client0 fails not_yours
into(thread0, gate[service0, 0]) by client1
  thread0.inside = service0
  emits jump(thread0, 4096)
into(thread0, gate[service0, 0]) by client1 fails not_yours
back(thread0) by service1 fails not_inside
link(0, cmap[client0, 0], {read}) by service0 fails no_window
let_in(service0, {read, write}) by client0
link(0, cmap[client0, 0], {read, write}) by service0
  imap[service0, 0].target = page0
protect(0, {read}) by client0
  imap[service0, 0].rights = {read}
link(1, cmap[client0, 0], {write}) by service0 fails amplifies
link(1, cmap[client0, 0], {read}) by service0
let_in(service0, {}) by client0
  imap[service0, 1].rights = {}
unlink(1) by service0
unmap(0) by client0
  imap[service0, 0] is not live
exit() by client1 fails inside
kill(client1) fails inside
leave(service0) by client1 fails inside
crash(service0)
  service0.ended = true
  thread0.inside = none
  gate[service0, 0] is not live
  window[client0, service0] is not live
  emits {thrown_out(thread0)}
bury(service0) fails busy
take_down(region0) -> step0
  emits {tell(client0, region0), tell(client1, region0)}
kill(client1)
  thread0 is not live
  owes[step0, client1] is not live
bury(service0) fails busy
acknowledge(step0) by client0
settle(step0)
bury(service0)
  service0 is not live
  frame0.owner = none
  region1.state = free
  joined[client0, service0] is not live
claim(frame1) by service1
free(page0) by client0
exit() by client0
