// A write delegation is broken: downgraded for a reader, then taken whole, and remembered until its holder has read so.
spec spec/library/nfs4.fief
capacity client=2 file=1 deleg=2 opened=2 revoked=1
connect() -> client0
connect() -> client1
delegate(file0, all) by client0 -> deleg0
  deleg0.rights = all
  deleg0.keep = {}
open(file0, {read}) by client1 fails delay
delegate(file0, {read}) by client1 fails in_use
recall(deleg0, all) fails nothing_to_do
recall(deleg0, {read})
  deleg0.phase = recalled
  deleg0.deadline = 90000ms
  emits cb_recall(client0, file0, {read})
recall(deleg0, {}) fails already
harden(deleg0, all) fails weaker
open(file0, {read}) by client1 fails delay
giveback(deleg0) by client1 fails not_yours
giveback(deleg0) by client0
  deleg0.rights = {read}
  deleg0.keep = {}
  deleg0.phase = idle
open(file0, {read}) by client1 -> opened0
open(file0, {write}) by client1 fails delay
close(opened0) by client0 fails not_yours
recall(deleg0, {})
  emits cb_recall(client0, file0, {})
revoke(deleg0) fails too_early
time 90000ms
renew() by client0
renew() by client1
revoke(deleg0) fails too_early
time 90001ms
purge(deleg0) fails has_room
revoke(deleg0)
  deleg0 is not live
  revoked[client0, 0].file = file0
  revoked[client0, 0].lost = {read}
  forces deleg0
open(file0, {write}) by client1 -> opened1
disconnect() by client1 fails clientid_busy
free_stateid(0) by client1 fails nothing_there
free_stateid(0) by client0
  revoked[client0, 0] is not live
time 180001ms
expire(client0)
  client0 is not live
