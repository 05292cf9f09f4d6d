#pragma once
// The Program as C++: a transcription. Types and tables in print_types.cpp, expressions in print_expressions.cpp, statements and functions
// in print_code.cpp.

#include "gen/abi.hpp"
#include "gen/lower/lower.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fief::gen {

/// Lines of text, indented by four.
class Writer {
public:
    void line(std::string_view text = {});
    /// `///` lines, one for each line of the text; nothing for an empty one.
    void doc(std::string_view text);
    void open(std::string_view text) {
        line(text);
        ++depth_;
    }
    void close(std::string_view text = "}") {
        --depth_;
        line(text);
    }
    /// `} else {` and its like: the text stands between two bodies.
    void between(std::string_view text) {
        --depth_;
        line(text);
        ++depth_;
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
    std::size_t depth_ = 0;
};

class Printer {
public:
    /// All three outlive the Printer.
    Printer(const model::Model& model, const Program& program, const Abi& abi, Fault fault = Fault::none);

    // ---- types (print_types.cpp)
    [[nodiscard]] std::string type(const Type& type) const;
    [[nodiscard]] std::string id(std::uint32_t table) const;       ///< "PageId"
    [[nodiscard]] std::string nowhere(std::uint32_t table) const;  ///< "PageId::none()"
    [[nodiscard]] std::string constant(const Type& type, Value value) const;
    void types(Writer& out) const;   ///< ids, enumerations, rights, errors
    void tables(Writer& out) const;  ///< records and the one object that holds them
    void grants(Writer& out) const;  ///< whether a record is live and its rights hold some, where that is one load
    void host(Writer& out) const;    ///< what the kernel supplies

    // ---- guards without the lock (print_unlocked.cpp)
    [[nodiscard]] bool shares() const;
    void changes(Writer& out) const;   ///< how a change of what they read is made
    void unlocked(Writer& out) const;  ///< the guards themselves

    // ---- calls that write down what they write (print_trail.cpp)
    void trail(Writer& out) const;  ///< what it is written on, and those calls
    void after(Writer& out) const;  ///< what is asked along it

    // ---- code (print_expressions.cpp, print_code.cpp)
    [[nodiscard]] std::string expression(const Function& f, const Expr& e) const;
    void block(Writer& out, const Function& f, const Block& block) const;
    /// The whole function; `member`: of Kernel, so that tables, host and time are at hand.
    void function(Writer& out, std::uint32_t index, bool member) const;
    /// Whether the function writes to the tables.
    [[nodiscard]] bool writes(std::uint32_t function) const { return writes_[function]; }
    /// Whether a call, guard or checker comes to the function, or the state at boot does: others are not printed.
    [[nodiscard]] bool needs(std::uint32_t function) const { return needed_[function]; }
    /// Whether such a function walks over what descends from a record of the table.
    [[nodiscard]] bool climbs(std::uint32_t table) const;  // print_needed.cpp

private:
    const model::Model& m_;
    const Program& p_;
    const Abi& abi_;
    Fault fault_;
    std::vector<bool> writes_, needed_;
    std::vector<std::vector<std::string>> trail_places_;  ///< by table and column
    bool peeking_ = false;                                ///< printing what runs without the lock
    bool tracing_ = false;                                ///< printing what writes down what it writes

    [[nodiscard]] bool certain(const Function& f, const Expr& e) const;  ///< the record's number is in range whatever the tables hold
    [[nodiscard]] std::string sequence() const;                          ///< the sequence number, in the tables
    [[nodiscard]] bool shared(Place place) const { return p_.tables[place.table].columns[place.column].shared; }
    [[nodiscard]] std::string slot(std::uint32_t table, std::uint32_t key) const;
    [[nodiscard]] std::string enumeration(std::uint32_t id) const;
    [[nodiscard]] std::string literal(const Expr& e) const;
    [[nodiscard]] std::string record(const Function& f, std::uint32_t table, const Expr& record) const;
    [[nodiscard]] std::string index(const Function& f, std::uint32_t table, const Expr& record) const;  ///< of a record, in its array
    [[nodiscard]] std::string place(const Function& f, Place place, const Expr& record) const;
    [[nodiscard]] std::string number(const Function& f, const Expr& e) const;  ///< as std::int64_t, or a literal
    [[nodiscard]] std::string raw(const Function& f, const Expr& e) const;     ///< the number in a record or slot
    /// The number of a record found by its keys, or of a record's key: arithmetic, in no brackets.
    [[nodiscard]] std::string computed(const Function& f, const Expr& e) const;
    [[nodiscard]] std::string operand(const Function& f, const Expr& e) const;  ///< in brackets if it needs them
    [[nodiscard]] std::string converted(const Function& f, const Expr& e, const Type& to) const;
    [[nodiscard]] std::string arguments(const Function& f, std::uint32_t callee, const std::vector<Expr>& args) const;
    [[nodiscard]] std::string in_range(const Function& f, const Expr& e) const;
    void note(Writer& out, const Function& f, const Store& store, const std::string& to) const;
    void name_trail_places();
    [[nodiscard]] const std::string& trail_place(Place place) const { return trail_places_[place.table][place.column]; }
    void along(Writer& out, const TrailCheck& check, const std::string& name) const;
    void along_free(Writer& out, const TrailCheck& check) const;
    void statement(Writer& out, const Function& f, const Stmt& s) const;
    void branch(Writer& out, const Function& f, const Branch& b) const;
    void walk(Writer& out, const Function& f, const Walk& w) const;
    void cleared(Writer& out) const;
    [[nodiscard]] std::string size_of(std::uint32_t table, std::size_t key) const;  ///< "page_count", "PteSlot::count"
    /// How many records one value of a key has, by the names of the sizes behind it; nothing for one.
    [[nodiscard]] std::string stride(std::uint32_t table, std::size_t key) const;
    [[nodiscard]] std::string rows_of(std::uint32_t table, std::uint64_t records) const;  ///< so many records: a stride, by its names
};

/// By function: whether it is a call, guard or checker, or the state at boot, or one of these comes to it.
[[nodiscard]] std::vector<bool> needed_functions(const Program& program);
[[nodiscard]] inline bool is_number(const Type& t) { return t.kind == Type::Kind::number || t.kind == Type::Kind::epoch; }

/// The smallest unsigned type for numbers up to `most`: "std::uint8_t".
[[nodiscard]] std::string unsigned_for(std::uint64_t most);

}  // namespace fief::gen
