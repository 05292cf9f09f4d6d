#pragma once
// The generated code as the test sees it: numbers in, numbers out. What stands behind it is written by adapt.cpp for each spec.

#include <cstdint>
#include <vector>

namespace subject {

using Value = std::int64_t;

struct Event {
    unsigned event = 0;
    std::vector<Value> args;
    friend auto operator<=>(const Event&, const Event&) = default;
};

inline constexpr int ok = -1;
inline constexpr int unsayable = -2;  ///< an argument that its C++ type cannot hold

/// The table sizes that the code was generated for, as `adapt` was given them.
const char* sizes();
void boot();
void set_now(Value now);
void set_relation(bool (*related)(unsigned relation, Value left, Value right));
/// The number of the error, `ok`, or `unsayable`; `results` and `events` are those of this call.
int call(unsigned call, Value caller, const std::vector<Value>& args, std::vector<Value>& results, std::vector<Event>& events);
/// What a guard with an actor says, 0 or 1, with the lock and without; `unsayable`; or `torn`, when the two differ.
int ask(unsigned guard, Value caller, const std::vector<Value>& args);
inline constexpr int torn = -3;
/// A field of a record, or whether the record is live.
Value read(unsigned table, unsigned record, unsigned field);
inline constexpr unsigned live = ~0U;
/// The property that the checkers find broken first, or nothing.
const char* check();
/// The same of what is to be asked after this call, when all was well before it and it succeeded.
const char* check_after(unsigned call, Value caller, const std::vector<Value>& args, const std::vector<Value>& results);
/// The same of what calls wrote down, if the last was one that does; else `not_traced`.
const char* check_along();
extern const char* const not_traced;
/// Whether calls write down what they write, from now on; after what others wrote down (not after a boot), or anew; and how much of it
/// there is room for.
void trace(bool on, bool anew, unsigned room);
/// Whether a checker decides the property.
bool checks(const char* property);

// ---- the tables as they are stored, for tests that spoil them

struct Column {
    const char* name;
    unsigned records;
    bool truth;                 ///< its bytes are 0 or 1, and no others may go unnoticed
    std::vector<Value> values;  ///< what it may be made
};
unsigned columns();
Column column(unsigned column);
Value stored(unsigned column, unsigned record);
void store(unsigned column, unsigned record, Value value);
std::vector<unsigned char> save();
void restore(const std::vector<unsigned char>& saved);

}  // namespace subject
