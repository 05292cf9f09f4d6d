#pragma once
// From the Model to the Program.

#include "gen/program.hpp"

namespace fief::gen {

/// Faults that tests plant, to see that they are found. `none` in every product.
enum class Fault {
    none,
    forgotten_unlink,   ///< a dropped record stays in its first index list
    skipped_adoption,   ///< a dropped record's children keep it as parent
    lost_free_record,   ///< a dropped record is not put back on its free list
    wrong_clear_order,  ///< a record is unlinked after its field was overwritten
    inverted_rights,    ///< `within` asks the wrong way round
    missing_full_test,  ///< a `new` takes what is not there
    late_deadline,      ///< deadlines are set one latency too late
    dead_argument,      ///< the liveness of a record in an argument is not tested
    short_subtree,      ///< a walk over descendants stops at the children
    stale_count,        ///< a kept count is not lowered
    first_branch_only,  ///< a disjunction's later walks are left out
    off_by_one_slot,    ///< the bound of a slot is one too large
    orphaned_children,  ///< a dropped record's children become roots
    kept_epoch,         ///< a dropped record keeps its epoch
    counted_twice,      ///< a kept count is raised by two
    wrong_free_row,     ///< a dropped record is put on the free list of the first row
    forgotten_result,   ///< a call gives `none` for what it made
    none_is_first,      ///< `none` is compared as if it were the first record
    early_deadline,     ///< moments are compared by <= for <, and by < for <=
    lost_successor,     ///< a walk looks for what comes next after its body has moved the record
    short_row,          ///< a walk over a row leaves out the last record
    swapped_requires,   ///< a call's last two requires are tested in the wrong order
    stale_is_current,   ///< a weak reference is taken for current while any record lives there
    lost_otherwise,     ///< what is to be done where a condition fails, or nothing is picked, is left out
    bare_boot,          ///< records of the spec's boot get the first values of their types
    any_match,          ///< a pick does not test what its walk does not show
    // In printing:
    wrong_stride,       ///< rows overlap by one record
    swapped_arguments,  ///< an event's first two arguments, of one type, change places
    lost_union,         ///< `+` of two sets of rights leaves what they share
    dead_granted,       ///< a guard that asks for liveness and rights at once asks for rights only
};

/// The most records that boot makes as code; more are data, which the code copies.
inline constexpr std::size_t most_boot_in_code = 2048;

/// Lowers every call, guard and property; equal input gives an equal Program. `proved`: all properties but the waived ones are, so that a
/// guard need not ask what they promise.
[[nodiscard]] Program lower(const model::Model& model, Fault fault = Fault::none, bool proved = false);

}  // namespace fief::gen
