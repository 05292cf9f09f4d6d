#pragma once
// Which records a checker has to look at again after a call: those that the call wrote, and those that see them through a reference.
//
// A checker that goes through a table and asks the same of each record says of one what it said before, unless something changed that it
// reads: there, or where references lead from there. What the call wrote is known from its paths (gen/after/paths.hpp). Backwards along a
// reference goes an index list, which is checked before. A record that was not live before the call has nobody who refers to it.
//
// Lists are only as sound as all of their links. A call whose writes are, on every path, exactly those that put one record into a list, or
// take one out, leaves the rest of it as it was; then that record and its neighbours are enough. Of any other writes the whole checker is
// asked. A count that is changed by one exactly where one record comes to be counted, or ceases to be, is not counted again.

#include "gen/after/paths.hpp"
#include "gen/after/readings.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fief::gen {

/// Checkers of one record, made when they are first asked for.
class Parts {
public:
    explicit Parts(const Program& program) : p_(program) {}

    /// What the checker's walk number `walk` does with each record.
    std::uint32_t of_row(std::uint32_t checker, std::size_t walk);
    /// That one record is well in its lists, or well out of them.
    std::uint32_t of_structure(const Structure& of);
    /// Another one, made elsewhere.
    std::uint32_t add(Function part);
    /// The functions; their numbers follow those of the Program.
    [[nodiscard]] const std::vector<Function>& made() const { return made_; }

private:
    const Program& p_;
    std::vector<Function> made_;
    std::map<std::pair<std::uint32_t, std::size_t>, std::uint32_t> numbers_;

    template <class Make>
    std::uint32_t find(std::uint32_t checker, std::size_t walk, Make&& make);
    [[nodiscard]] Function of(std::uint32_t checker) const;
    [[nodiscard]] Expr load(Place place, Expr record) const;
    [[nodiscard]] Expr live(std::uint32_t table, Expr record) const;
    [[nodiscard]] Expr valid(std::uint32_t table, Expr record) const;
    void list(Function& f, const Structure& s) const;
    void free(Function& f, const Structure& s) const;
    void forest(Function& f, const Structure& s) const;
};

/// A part is asked of a record, or of all that refer to it.
struct Question {
    std::uint32_t part = 0;
    Expr record;                 ///< of the state after the call
    std::vector<Place> through;  ///< from who is asked to the record
    bool perhaps = false;        ///< there may be none
    friend bool operator==(const Question&, const Question&) = default;
};

/// After one call.
class Narrowing {
public:
    /// All outlive it.
    Narrowing(const Program& program, std::uint32_t call, const std::vector<Path>& paths, Parts& parts);
    /// What to ask in place of the checker; nothing where only all of it will do.
    [[nodiscard]] std::optional<std::vector<Question>> narrowed(std::uint32_t checker);

private:
    /// What became of a record of a list.
    struct Moved {
        Expr record;
        bool gone = false;
        friend bool operator==(const Moved&, const Moved&) = default;
    };

    const Program& p_;
    std::uint32_t call_;
    const std::vector<Path>& paths_;
    Parts& parts_;
    std::vector<Place> written_;

    [[nodiscard]] std::optional<std::vector<Question>> rows(std::uint32_t checker);
    [[nodiscard]] std::optional<std::vector<Question>> counted(const Structure& s);
    /// Whether the path changes the count by one exactly where it changes whether its one record is counted.
    [[nodiscard]] bool in_count(const Structure& s, const Path& path, const std::vector<Place>& columns) const;
    /// One question, if on every path the same became of the same record.
    [[nodiscard]] std::optional<std::vector<Question>> moved(const Structure& s);
    [[nodiscard]] std::optional<Moved> in_list(const Structure& s, const Path& path, bool& nothing) const;
    [[nodiscard]] std::optional<Moved> in_free(const Structure& s, const Path& path, bool& nothing) const;
    [[nodiscard]] std::optional<Moved> in_forest(const Structure& s, const Path& path, bool& nothing) const;

    bool ask(std::vector<Question>& out, std::uint32_t part, const Path& path, const Expr& record, std::vector<Place> through) const;
    [[nodiscard]] bool can_go_back(std::uint32_t checker, const std::vector<Place>& through) const;
    /// Whether the checkers say of these references that they lead to records that live.
    [[nodiscard]] bool all_refer(const std::vector<Place>& through) const;

    [[nodiscard]] Expr load(Place place, Expr record) const;
    [[nodiscard]] std::optional<bool> lived(const Path& path, const Expr& record) const;
    /// Whether the record stands in a list or at its head: then it lived.
    [[nodiscard]] bool listed(const Path& path, const Expr& record) const;
    [[nodiscard]] std::optional<bool> lives(const Path& path, const Expr& record) const;
    /// The last that the path wrote there, or what stood there.
    [[nodiscard]] Expr left(const Path& path, Place place, const Expr& record) const;
    /// The one record that the path writes these columns of, if it is one.
    [[nodiscard]] std::optional<Expr> only(const Path& path, const std::vector<Place>& places, bool& none) const;
    [[nodiscard]] std::vector<Path::Write> writes(const Path& path, const std::vector<Place>& places) const;
    /// Those of `places`, but of links only in records that live after the path, or that do not: lists and free lists may share them.
    [[nodiscard]] std::vector<Path::Write> writes(const Path& path, const std::vector<Place>& places, const std::vector<Place>& links,
                                                  bool living) const;
    /// The same value, said of the state after the call.
    [[nodiscard]] std::optional<Expr> afterwards(const Path& path, const Expr& e, int depth = 3) const;
};

}  // namespace fief::gen
