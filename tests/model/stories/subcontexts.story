// A service's heap comes into the maps of two clients, one after the other, and goes again; its memory is used anew only then.
spec spec/library/subcontexts.fief
capacity client=3 service=2 region=3 page=2 frame=3 cmap=2 imap=2 gate=2 thread=2 step=2
start_client() -> client2
propose(region1) by service0 -> step0
  region1.state = pending
  region1.step = step0
  owes[step0, client0] is live
  owes[step0, client2] is not live
  emits {tell(client0, region1), tell(client1, region1)}
join(service0) by client2 fails busy
reserve(region2) by service0
propose(region2) by service0 fails nothing_bound
bind(region2, frame2, {read}) by service0 fails not_owner
claim(frame2) by service0
bind(region2, frame2, {read}) by service0
propose(region2) by service0 fails one_at_a_time
acknowledge(step0) by client1
  view[client1, region1] is live
  view[client0, region1] is not live
settle(step0) fails not_all
acknowledge(step0) by client1 fails nothing_owed
acknowledge(step0) by client0
settle(step0)
  region1.state = active
  region1.step = none
join(service0) by client2
  view[client2, region0] is live
  view[client2, region1] is live
  view[client2, region2] is not live
bind(region1, frame2, {read}) by service0 fails bad_state
release(frame1) by service0 fails bound
withdraw(region1) by service0 -> step0
  smap[region1].target = frame1
  emits {tell(client0, region1), tell(client1, region1), tell(client2, region1)}
acknowledge(step0) by client0
  view[client0, region1] is not live
leave(service0) by client1
  owes[step0, client1] is not live
  view[client1, region1] is not live
settle(step0) fails not_all
acknowledge(step0) by client2
settle(step0)
  region1.state = free
  region1.owner = none
  smap[region1] is not live
release(frame1) by service0
cancel(region2) by service0
  frame2.owner = service0
