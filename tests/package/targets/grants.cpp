#include "xen_grant_check.hpp"

bool grants_hold() {
    static xen_grant::Tables tables;
    xen_grant::boot(tables);
    return !xen_grant::check(tables);
}
