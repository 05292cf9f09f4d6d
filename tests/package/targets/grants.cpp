#include "xen_grant_boot.hpp"
#include "xen_grant_check.hpp"

bool grants_hold() {
    static xen_grant::Tables tables;
    tables = xen_grant::boot_tables;
    return !xen_grant::check(tables);
}
