#include "model/codes.hpp"

#include <array>

namespace fief::model {
namespace {

using spec::CodeText;

constexpr std::array table{
    CodeText{"E0201", "nothing has this name",
             "A name in an expression is a parameter, a result, a `let`, a variable of a quantifier, loop or `new`, or a value of an "
             "enumeration where one is expected. Names begin where they are bound and end with their block.",
             "call f(p: page) by e: env { require p.owner is ee else no }   // `e` was meant"},
    CodeText{"E0202", "there is no such field",
             "A record has its keys, the fields that its clauses bring (`target`, `via`, `holder`, `owner`, `rights`, `parent`, and with a "
             "revocation `phase`, `deadline`, `since`, `entered`), and those written in braces.",
             ""},
    CodeText{
        "E0203", "there is no such table or type",
        "A type is a table, an enumeration, `bool`, `time`, a range such as `0..7`, `T.slot`, `T.rights`, or a field of a table: `T.f` "
        "is the type of that field. A field's type may not lead back to itself.",
        ""},
    CodeText{"E0204", "there is no such event", "What is emitted, or asked about with `emits`, is declared with `event`.",
             "event reclaim(e: env, p: page)"},
    CodeText{"E0205", "there is no such guard, count or relation",
             "In an expression `f(x)` is a guard without `by`, a count, or a relation, with as many arguments as it was declared with.",
             ""},
    CodeText{"E0206", "there is no such routine",
             "A statement `f(x)` runs a `routine`. Calls do not call one another: what they share is a routine.", ""},
    CodeText{"E0207", "there is no such call", "`called c(x)` in a transition or a flow speaks of a `call` or `kernel` of this spec.", ""},
    CodeText{"E0208", "the table has no such right", "Rights are named where the table is declared: `rights { read, write }`.", ""},
    CodeText{"E0209", "the revocation has no such phase",
             "`enter k(x)` enters a phase of x's revocation; back to `idle` leads an assignment, `x.phase := idle`.", ""},
    CodeText{"E0210", "the enumeration has no such value",
             "The values of an enumeration are named in its braces; `idle` is the first of every revocation's phases.", ""},
    CodeText{"E0211", "nothing implies such a property",
             "`waive` takes back a promise that a declaration makes. `fief check --list` shows them all.",
             "waive cap.attenuates because \"the hypervisor amplifies by design\""},
    CodeText{"E0212", "there is no such key or field", "`T.k` as a type is a key or a field of a table.", ""},
    CodeText{"E0213", "a name is declared twice",
             "Tables, enumerations, events, calls, routines, guards, counts, relations and properties each have a name of their own in a "
             "system, imports included.",
             ""},
    CodeText{"E0214", "something stands twice where once is meant",
             "Two parameters, fields, keys, rights or phases of one name could not be told apart.", ""},
    CodeText{"E0215", "the name is taken by the language",
             "Names of the language's own types, errors and implied properties cannot be declared.", ""},
    CodeText{"E0216", "a name of one kind stands where another is meant", "A table is not one of its records, and a routine has no value.",
             "for p: page where page.owner is e { }   // `p.owner` was meant"},
    CodeText{"E0301", "a value of another type is needed", "Nothing is converted by itself. The note shows what asks for the type.", ""},
    CodeText{"E0302", "two values do not go together",
             "They are of different types, so they are never equal, ordered, added, or branches of one conditional.", ""},
    CodeText{"E0303", "only records have this", "Fields are read of records, and only what may come and go is live.", ""},
    CodeText{"E0304", "the number of arguments is wrong", "A call, an event, an entry's brackets take one value for each parameter or key.",
             ""},
    CodeText{"E0305", "there is never `none` here",
             "A reference is optional only where it was declared with `?`. `none` is neither compared with nor assigned to others.",
             "actor env[64] { friend : env? }"},
    CodeText{"E0306", "a number is outside of its range", "The range is part of the type: it sizes the field, and proofs rest on it.", ""},
    CodeText{"E0307", "a slot that the table does not have",
             "Slots are numbered from 0 to one less than the number in the table's brackets.", ""},
    CodeText{"E0308", "a time that cannot be said", "Durations need a `clock`, and are whole numbers of its unit.",
             "clock us latency 10us"},
    CodeText{"E0309", "what is meant is not clear from here",
             "`none`, `all` and `caller` take their type from what they are compared with or assigned to; here nothing says it.", ""},
    CodeText{"E0310", "this cannot be optional or weak",
             "Variables and arguments stand for records that are there; only fields may hold nothing, or what may be gone.", ""},
    CodeText{"E0311", "there is no order, or no end, to go through",
             "Only numbers and times are ordered, and only records and small ranges can be quantified over.", ""},
    CodeText{"E0312", "a sum may become too large", "Numbers and times have 62 bits; a sum of these ranges may need more.", ""},
    CodeText{"E0313", "a right that this table does not have",
             "The rights of two tables meet by name; a set for this table has only rights of its own.", ""},
    CodeText{"E0314", "the wrong question about being there",
             "`is live` asks whether a record exists, `is current` whether a weak reference still means the record it was made for, `is "
             "full` whether a pool or a row has no room.",
             ""},
    CodeText{"E0315", "the table's records have no parents", "Descent is between records of a table that is `derived`.",
             "capability cap[64] to page held by env derived { rights { read } }"},
    CodeText{"E0316", "this speaks of a step",
             "`old`, `called` and `emits` compare what was before a call with what is after it: only a `transition` does. In a flow of an "
             "`isolate`, `called` speaks of the call that is about to happen.",
             ""},
    CodeText{"E0317", "known to proofs only",
             "`since` and `entered` are ghosts: state of the proof that the kernel does not keep. Properties may read them, calls and "
             "indexes may not.",
             ""},
    CodeText{"E0318", "a range without numbers", "A range goes from its smaller end to its larger one, within 62 bits.", ""},
    CodeText{"E0401", "a condition after the first effect", "A call that fails has changed nothing, so all of its conditions come first.",
             ""},
    CodeText{"E0402", "a condition where nothing may fail",
             "Only calls have `require`. Routines, phases and force blocks are run when nothing can be refused any more.", ""},
    CodeText{"E0403", "this is not assigned",
             "Keys say which record this is; `parent` is given by `new`; phases and deadlines are set by `enter`, and a phase by "
             "assignment only to `idle`.",
             ""},
    CodeText{"E0404", "what always exists is neither made nor dropped",
             "Resources, and the table with one record, are there from boot to the end.", ""},
    CodeText{"E0405", "a new record lacks a value",
             "Fields without a first value of their own (references that are not optional) are given in the braces of `new`, or at boot.",
             ""},
    CodeText{"E0406", "a field is given where it cannot be",
             "Keys stand in brackets, phases follow from `enter`, and each field is given once.", ""},
    CodeText{"E0407", "more than a loop's body may do",
             "The body of a `for` runs for all matches at once: it changes or drops its own record, makes or drops entries by their full "
             "key, emits, and decides with `if`.",
             ""},
    CodeText{
        "E0408", "room that a loop may not have",
        "How many records a `for` would take is not known before it runs, so a call could fail half way. Entries by full key need no room.",
        ""},
    CodeText{"E0409", "room that depends on an effect",
             "Whether a `new` finds a free record is decided before the first effect, with `full`: its leading keys, and the conditions "
             "round it, may not read what the call changed before.",
             ""},
    CodeText{"E0410", "something leads back to itself", "Routines and guards are written out where they are used, so none may use itself.",
             ""},
    CodeText{
        "E0411", "too large, or too deep",
        "Written out, an expression nests at most 200 deep, a path has at most 16 steps, a sum at most 200 terms, and a count at most 8 "
        "parameters.",
        ""},
    CodeText{
        "E0412", "a result without one value",
        "A result is read only after it was given a value. One that names a record is given it on every path to the end of the call; any "
        "other begins as the first value of its type.",
        ""},
    CodeText{"E0413", "there is no such revocation, or no force block",
             "`enter` and `force` are of records whose table has a `revocation`, and `force` of one with a `force` block.", ""},
    CodeText{"E0414", "this guard is asked from outside",
             "A guard with `by` is a question of an actor's, for the kernel's fast path; conditions use guards without it.", ""},
    CodeText{"E0415", "which entry is to be made is open",
             "A free slot is found in a pool, or in the row that the leading keys name; keys that are records are always given.", ""},
    CodeText{"E0416", "a count that rests on another", "A count's condition reads fields only, so that tables can keep the number.", ""},
    CodeText{"E0501", "a clause that does not suit the noun",
             "`owned by` is for resources, `held by` for capabilities, `to` for capabilities and bindings, `derived` for pools, `kept` for "
             "entries of one actor.",
             ""},
    CodeText{"E0502", "a declaration lacks a part",
             "Actors, capabilities and bindings have keys, capabilities and bindings a target, revocations a phase.", ""},
    CodeText{"E0503", "keys that name no records", "Keys lead to numbers at last, and a record that always exists has keys that do.", ""},
    CodeText{"E0504", "a table too large, or empty",
             "A table has between 1 and 2^32 records and at most 8 keys, and all together fit a bounded number of words.", ""},
    CodeText{"E0505", "too many rights", "All rights of a system share one mask of 62 bits.", ""},
    CodeText{"E0506", "a revocation that cannot be", "A table has at most one revocation, and deadlines need a clock.", ""},
    CodeText{"E0507", "an index twice", "The same fields of the same table are indexed once.", ""},
    CodeText{"E0508", "no such relation",
             "A relation is between records of one table, and is a `preorder`, an `order`, `total`, or a `tree`.", ""},
    CodeText{"E0509", "the clock is wrong",
             "There is one clock; its unit is ns, us, ms, s, min or h, and its latency, which is how late the kernel may be at a deadline, "
             "more than 0.",
             ""},
    CodeText{"E0510", "a value is missing at boot", "Records that always exist need values at boot for references that are not optional.",
             ""},
    CodeText{"E0511", "a record twice at boot", "Each record is given once.", ""},
    CodeText{"E0512", "a boot range that is empty, or too large", "`T[a..b]` makes the records from a to b.", ""},
    CodeText{"E0513", "a table of boot values that cannot be read",
             "The first row of a CSV file names keys and fields, each other row is a record.", ""},
    CodeText{"E0514", "a constant is needed", "Boot values and the periods of phases are known before anything runs.", ""},
    CodeText{"E0515", "only an actor does this",
             "Calls are made, guards asked, things owned and held, and views had by records of an `actor` table.", ""},
    CodeText{"E0516", "this cannot be waived",
             "Own properties are taken out of the spec instead; definedness is what generated code rests on.", ""},
    CodeText{"E0517", "boot names a record that is not live",
             "What a boot record refers to, or hangs below, lives at boot too; and no record is derived from itself.", ""},
    CodeText{
        "E0518", "the state at boot breaks a property",
        "What is generated starts from the state that `boot` gives, and the calls keep invariants that hold before them. One that this "
        "state breaks would never be kept: the record that breaks it is shown, and nothing is generated.",
        "capability cap[8] to page held by env derived { rights { read, write } }\n"
        "boot {\n"
        "  cap[0] { target: page[0], holder: env[0], rights: {read} }\n"
        "  cap[1] { target: page[0], holder: env[0], rights: all, parent: cap[0] }   // more than its parent has\n"
        "}"},
    CodeText{"E0599", "a fault of fief's own", "What a declaration implies did not resolve. Please report it with the spec.", ""},
    CodeText{"W0001", "a table is never used", "No call, property or other table mentions it.", ""},
    CodeText{"W0002", "an enumeration is never used", "No field, parameter or expression is of this type.", ""},
    CodeText{"W0003", "an event is never emitted", "The host would implement it for nothing.", ""},
    CodeText{"W0004", "something declared is never used", "No call, property or other declaration mentions it.", ""},
    CodeText{"W0005", "a field is never read",
             "It takes room in every record; only what the kernel's own code reads from the generated tables is a reason to keep it.", ""},
    CodeText{"W0006", "a parameter or result is never used", "The caller passes it for nothing.", ""},
    CodeText{"W0007", "a name is never used", "A `let` or a variable that nothing reads.", ""},
    CodeText{"W0008", "a name hides another", "Until its block ends the outer one cannot be reached; a reader may miss it.", ""},
    CodeText{"W0009", "no index serves this loop",
             "It goes through the whole table, so the call's time grows with the table and not with what matches.",
             "index pte by target   // then `for m: pte where m.target is p` costs its matches"},
    CodeText{"W0101", "a property speaks of nothing",
             "It is an implication, and no state or step that can be reached makes its left side true: it holds, and promises nothing. "
             "Either the spec cannot do what the property is about, or the left side is not what was meant. That it never holds is said "
             "where the invariants exclude it; else no run was found in which it holds, and the help says how far that was tried.",
             "forall p: page | p.critical implies p.owner is not none   // and no call sets `critical`"},
    CodeText{"W0102", "a require never fails",
             "Whatever the caller asks, this condition holds already when it is tested. It can go, or it is not what was meant.",
             "require e is live else gone   // a caller always is"},
    CodeText{"W0103", "an `exists` makes a cycle of sorts",
             "To each record of one table it asks for a record of another, and from there references that are always there, or other "
             "such asks, lead back. The solver, which knows of no bound on the tables, may then think of ever more records and not end. "
             "`fief verify` says so where it left something open, `fief check --list` always: much that has a cycle is proved at once.",
             "forall p: page | exists c: cap | c.target is p   // and a cap always has a target"},
    CodeText{"W0010", "an index serves nothing",
             "No loop, question or checker walks it, and every change of its records keeps it up to date.", ""},
    CodeText{
        "W0021", "a comment explains no survivor",
        "`fief mutate` reads comments that say why no property has to notice a change of the line below them, or of their own line: which\n"
        "kinds of change, a colon, and the reason. `fief explain drop-require` tells of one kind.",
        "// survives drop-require, negate-require: the policy may ask for any frame\n"
        "require p.owner is not none else free_already"},
    CodeText{
        "W0022", "what is explained does not survive",
        "The comment says why no property has to notice a change of this line; but one does, or nothing of that kind can be changed here.\n"
        "Take the comment out, or the kind of change from its list.",
        ""},
    CodeText{
        "W0023", "a loop for which there is no code",
        "All bodies of a `for` run at once, on what was there before the loop. The generated code goes from one record to the next, so "
        "what a body reads in other records the loop must not change; `fief gen` refuses the spec. Proofs know the difference.\n"
        "Keep what is read with `let` above the loop.",
        ""},
};

}  // namespace

std::span<const CodeText> resolver_codes() { return table; }

}  // namespace fief::model
