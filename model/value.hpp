#pragma once
// Strong ids, values and types: the small change of the Model.

#include <compare>
#include <cstdint>

namespace fief::model {

/// A number that names one thing of one kind; kinds do not mix.
template <class Tag>
struct Id {
    std::uint32_t value = 0;
    friend auto operator<=>(const Id&, const Id&) = default;
};
using TableId = Id<struct TableTag>;
using EnumId = Id<struct EnumTag>;
using RelationId = Id<struct RelationTag>;
using EventId = Id<struct EventTag>;
using CountId = Id<struct CountTag>;
using CallId = Id<struct CallTag>;
using GuardId = Id<struct GuardTag>;
using ErrorId = Id<struct ErrorTag>;
using RevocationId = Id<struct RevocationTag>;
using IsolationId = Id<struct IsolationTag>;
using PropertyId = Id<struct PropertyTag>;
using VarId = Id<struct VarTag>;      ///< index into Model::vars; every binder has its own
using ExprId = Id<struct ExprTag>;    ///< index into Model::exprs
using FieldId = Id<struct FieldTag>;  ///< index into Table::fields

// ---- values and types -----------------------------------------------------------------------------------------------

/// Every value is one number, read by its type: false/true, the number itself, clock units, the position in an
/// enumeration, a record's index, a set of rights as a mask over Model::rights, a slot's number.
using Value = std::int64_t;
/// Numbers and times end far enough from the ends of 64 bits that one sum of two cannot overflow.
inline constexpr Value max_number = (Value{1} << 62) - 1;
inline constexpr Value none = -1;   ///< a reference to nothing
inline constexpr Value stale = -2;  ///< a weak reference whose record was dropped, or changed owner, since it was made

struct Type {
    enum class Kind { boolean, integer, instant, duration, enumeration, reference, rights, slot };
    Kind kind = Kind::boolean;
    Value lo = 0, hi = 0;   ///< integer: the range, both ends included
    EnumId enumeration;     ///< enumeration
    TableId table;          ///< reference: whose records; rights: whose rights; slot: whose key
    std::uint32_t key = 0;  ///< slot: which key of the table
    bool optional = false;  ///< reference: may be `none`
    bool weak = false;      ///< reference: may outlive its record

    friend bool operator==(const Type&, const Type&) = default;
};

}  // namespace fief::model
