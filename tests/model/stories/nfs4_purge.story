// A client that lives, but frees no revoked state id, is purged once there is no room to remember more.
spec spec/library/nfs4.fief
capacity client=1 file=2 deleg=2 opened=1 revoked=1
connect() -> client0
delegate(file0, {read}) by client0 -> deleg0
delegate(file1, {read}) by client0 -> deleg1
recall(deleg0, {})
  emits cb_recall(client0, file0, {})
recall(deleg1, {})
  emits cb_recall(client0, file1, {})
time 90001ms
renew() by client0
revoke(deleg0)
  forces deleg0
revoke(deleg1) fails list_full
purge(deleg1)
  client0 is not live
  deleg1 is not live
  revoked[client0, 0] is not live
