// Boot records from a CSV file: the first row names fields and keys, every other row is a record, its values written as in the language.

#include "model/boot.hpp"
#include "model/boot_blame.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include <filesystem>

namespace fief::model {
namespace {

constexpr std::size_t most_complaints = 20;

struct Cell {
    std::uint32_t begin = 0, end = 0;  ///< bytes of the file
};

bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9'); }

/// Splits one line: at commas outside of quotes and brackets.
void split(std::string_view text, std::uint32_t begin, std::uint32_t end, std::vector<Cell>& cells) {
    cells.clear();
    std::uint32_t start = begin;
    int depth = 0;
    bool quoted = false;
    const auto close = [&](std::uint32_t stop) {
        Cell cell{start, stop};
        const auto trim = [&] {
            while (cell.begin < cell.end && (text[cell.begin] == ' ' || text[cell.begin] == '\t')) ++cell.begin;
            while (cell.end > cell.begin && (text[cell.end - 1] == ' ' || text[cell.end - 1] == '\t' || text[cell.end - 1] == '\r'))
                --cell.end;
        };
        trim();
        if (cell.end - cell.begin >= 2 && text[cell.begin] == '"' && text[cell.end - 1] == '"') {
            ++cell.begin;
            --cell.end;
            trim();
        }
        cells.push_back(cell);
        start = stop + 1;
    };
    for (std::uint32_t i = begin; i < end; ++i) {
        const char c = text[i];
        if (c == '"') quoted = !quoted;
        else if (!quoted && (c == '[' || c == '{')) ++depth;
        else if (!quoted && (c == ']' || c == '}') && depth > 0) --depth;
        else if (!quoted && depth == 0 && c == ',') close(i);
    }
    close(end);
}

std::vector<Cell> split(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    std::vector<Cell> cells;
    split(text, begin, end, cells);
    return cells;
}

/// One value: a number, a duration, a word, `{read, write}`, `pte[env[0], 2]`.
class CellReader {
public:
    CellReader(std::string_view text, std::uint32_t file, Cell cell) : text_(text), file_(file), at_(cell.begin), end_(cell.end) {}

    /// Null when the cell is not one value.
    [[nodiscard]] spec::ExprPtr read() {
        spec::ExprPtr e = value(0);
        space();
        return at_ == end_ ? std::move(e) : nullptr;
    }

private:
    void space() {
        while (at_ < end_ && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    }
    [[nodiscard]] bool take(char c) {
        space();
        if (at_ == end_ || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    [[nodiscard]] spec::Name word() {
        space();
        const std::uint32_t from = at_;
        while (at_ < end_ && is_name(text_[at_])) ++at_;
        return {std::string(text_.substr(from, at_ - from)), {file_, from, at_}};
    }
    template <class Node>
    [[nodiscard]] spec::ExprPtr make(std::uint32_t from, Node node) const {
        auto e = std::make_unique<spec::Expr>();
        e->span = {file_, from, at_};
        e->node = std::move(node);
        return e;
    }

    [[nodiscard]] spec::ExprPtr value(unsigned depth) {
        space();
        const std::uint32_t from = at_;
        if (depth > 16) return nullptr;
        if (take('{')) {
            spec::RightsLiteral rights;
            if (take('}')) return make(from, std::move(rights));
            do {
                rights.names.push_back(word());
                if (rights.names.back().text.empty()) return nullptr;
            } while (take(','));
            return take('}') ? make(from, std::move(rights)) : nullptr;
        }
        spec::Name name = word();
        if (name.text.empty()) return nullptr;
        if (name.text[0] >= '0' && name.text[0] <= '9') return number(from, name.text);
        if (name.text == "none") return make(from, spec::NoneLiteral{});
        if (name.text == "all") return make(from, spec::AllLiteral{});
        if (name.text == "true" || name.text == "false") return make(from, spec::BoolLiteral{name.text == "true"});
        if (!take('[')) return make(from, spec::Ident{std::move(name)});
        spec::IndexExpr index{std::move(name), {}};
        do {
            index.keys.push_back(value(depth + 1));
            if (!index.keys.back()) return nullptr;
        } while (take(','));
        return take(']') ? make(from, std::move(index)) : nullptr;
    }

    [[nodiscard]] spec::ExprPtr number(std::uint32_t from, const std::string& word) const {
        std::uint64_t n = 0;
        std::size_t i = 0;
        const bool hex = word.size() > 2 && word[0] == '0' && (word[1] == 'x' || word[1] == 'X');
        for (i = hex ? 2 : 0; i < word.size(); ++i) {
            const char c = word[i];
            if (c == '_') continue;
            std::uint64_t digit = 0;
            if (c >= '0' && c <= '9') digit = static_cast<std::uint64_t>(c - '0');
            else if (hex && c >= 'a' && c <= 'f') digit = static_cast<std::uint64_t>(c - 'a') + 10;
            else if (hex && c >= 'A' && c <= 'F') digit = static_cast<std::uint64_t>(c - 'A') + 10;
            else break;
            if (__builtin_mul_overflow(n, hex ? std::uint64_t{16} : std::uint64_t{10}, &n) || __builtin_add_overflow(n, digit, &n))
                return nullptr;
        }
        if (i == word.size()) return make(from, spec::IntLiteral{n});
        const std::string unit = word.substr(i);
        for (const char* known : {"ns", "us", "ms", "s", "min", "h"})
            if (unit == known) return make(from, spec::DurationLiteral{n, unit});
        return nullptr;
    }

    std::string_view text_;
    std::uint32_t file_;
    std::uint32_t at_, end_;
};

/// How the cells of one column are read: those that most files are full of at once, all others as expressions of the language.
class ColumnReader {
public:
    ColumnReader(Context& c, Constants& constants, TableId table, FieldId field)
        : constants_(constants), table_(table), field_(field), f_(c.field(table, field)), diagnostics_(*c.diagnostics) {
        const Type& type = f_.type;
        const auto key = [&](TableId of, std::size_t k) {
            const Key& named = c.model[of].keys[k];
            high_ = constants.key_size(of, k) - 1;
            number_ = !named.table || c.model[*named.table].pool();
            if (named.table && number_) record_ = c.model[*named.table].name + "[";
        };
        if (f_.role == Role::key) key(table, field.value);
        else if (type.kind == Type::Kind::slot) key(type.table, type.key);
        else if (type.kind == Type::Kind::integer) low_ = type.lo, high_ = type.hi, number_ = true;
        else if (type.kind == Type::Kind::reference && c.model[type.table].pool() && !c.tables[type.table.value].keys_poisoned)
            record_ = c.model[type.table].name + "[", high_ = constants.key_size(type.table, 0) - 1, none_ = type.optional;
    }

    [[nodiscard]] const Field& field() const { return f_; }

    /// The value, or a diagnostic.
    [[nodiscard]] std::optional<Value> read(std::string_view text, std::uint32_t file, Cell cell) {
        const std::string_view word = text.substr(cell.begin, cell.end - cell.begin);
        if (const auto v = at_once(word)) return v;
        if (const auto known = known_.find(word); known != known_.end()) return known->second;
        const spec::ExprPtr e = CellReader(text, file, cell).read();
        std::optional<Value> v;
        if (!e) diagnostics_.error("E0513", {file, cell.begin, cell.end}, fmt::format("this is no value of `{}`", f_.name));
        else if (f_.role == Role::key) v = constants_.key(*e, table_, field_.value, {});
        else v = constants_.value(*e, f_.type, {});
        constexpr std::size_t most_known = 256;
        if (v && known_.size() < most_known) known_.emplace(word, *v);
        return v;
    }

private:
    Constants& constants_;
    TableId table_;
    FieldId field_;
    const Field& f_;
    spec::Diagnostics& diagnostics_;
    Value low_ = 0, high_ = -1;
    bool number_ = false;                              ///< a number stands for itself
    bool none_ = false;                                ///< `none` is a value
    std::string record_;                               ///< what a pool's record begins with: "env["
    std::map<std::string, Value, std::less<>> known_;  ///< what was read before

    [[nodiscard]] std::optional<Value> at_once(std::string_view word) const {
        if (none_ && word == "none") return model::none;
        if (!record_.empty() && word.size() > record_.size() && word.starts_with(record_) && word.back() == ']')
            word = word.substr(record_.size(), word.size() - record_.size() - 1);
        else if (!number_) return std::nullopt;
        Value n = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), n);
        const bool whole = error == std::errc() && end == word.data() + word.size() && word.front() != '-';
        return whole && n >= low_ && n <= high_ ? std::optional(n) : std::nullopt;
    }
};

}  // namespace

Span boot_cell(const spec::Sources& sources, Span row, std::string_view field) {
    const spec::SourceFile& file = sources[row.file];
    const std::string_view text = file.text();
    std::uint32_t header = 1;
    while (header <= file.line_count() && file.line(header).find_first_not_of(" \t\r") == std::string_view::npos) ++header;
    // A row is a whole line below one that names the field.
    const std::uint32_t line = file.line_of(row.begin);
    if (line <= header || file.line_start(line) != row.begin || file.line(line).size() != row.end - row.begin) return row;
    const std::uint32_t begin = file.line_start(header);
    const std::vector<Cell> names = split(text, begin, begin + static_cast<std::uint32_t>(file.line(header).size()));
    const std::vector<Cell> cells = split(text, row.begin, row.end);
    const auto at = std::find_if(names.begin(), names.end(), [&](const Cell& c) { return text.substr(c.begin, c.end - c.begin) == field; });
    if (at == names.end() || cells.size() != names.size()) return row;
    const Cell& cell = cells[static_cast<std::size_t>(at - names.begin())];
    return {row.file, cell.begin, cell.end};
}

void Boot::add(const spec::BootFile& item) {
    const auto table = c_.table_named(item.table);
    if (!table || c_.tables[table->value].keys_poisoned) return;
    const std::filesystem::path spec_path = c_.sources[item.span.file].path();
    const std::filesystem::path path = spec_path.parent_path() / item.path;
    std::string why;
    std::optional<std::string> text = c_.read(path, why);
    if (!text) {
        c_.error("E0513", item.path_span, fmt::format("`{}` cannot be read: {}", item.path, why));
        return;
    }
    if (text->size() > (std::size_t{1} << 30)) {
        c_.error("E0513", item.path_span, fmt::format("`{}` is larger than 1 GiB", item.path));
        return;
    }
    if (constexpr std::string_view mark = "\xef\xbb\xbf"; text->starts_with(mark))
        text->erase(0, mark.size());  // spreadsheets begin with it
    rows(*table, c_.sources.add(path.string(), std::move(*text)));
}

void Boot::rows(TableId table, std::uint32_t file) {
    const Table& t = c_.model[table];
    const std::uint32_t lines = c_.sources[file].line_count();
    const std::string_view text = c_.sources[file].text();
    const auto line = [&](std::uint32_t n) {
        const std::uint32_t begin = c_.sources[file].line_start(n);
        return std::pair{begin, begin + static_cast<std::uint32_t>(c_.sources[file].line(n).size())};
    };
    const auto blank = [&](std::uint32_t n) { return c_.sources[file].line(n).find_first_not_of(" \t\r") == std::string_view::npos; };
    std::uint32_t header = 1;
    while (header <= lines && blank(header)) ++header;
    if (header > lines) {
        c_.error("E0513", {file, 0, 0}, "the first row names the fields, and there is none");
        return;
    }
    const auto [header_begin, header_end] = line(header);
    std::vector<FieldId> columns;
    std::vector<bool> given(t.fields.size());
    bool good = true;
    for (const Cell& cell : split(text, header_begin, header_end)) {
        const Span span{file, cell.begin, cell.end};
        const auto field = c_.field_named(table, {std::string(text.substr(cell.begin, cell.end - cell.begin)), span});
        if (!field) {
            good = false;
            continue;
        }
        if (given[field->value]) {
            c_.error("E0513", span, fmt::format("two columns are called `{}`", c_.field(table, *field).name));
            good = false;
        }
        good = settable(c_.field(table, *field), span) && good;
        given[field->value] = true;
        columns.push_back(*field);
    }
    if (!good) return;
    for (std::size_t k = 0; k < t.keys.size(); ++k)
        if (!given[k]) {
            c_.error("E0513", {file, header_begin, header_end}, fmt::format("there is no column for the key `{}`", t.keys[k].name));
            return;
        }
    if (!complete(table, given, {file, header_begin, header_end})) return;
    std::vector<ColumnReader> readers;
    for (const FieldId column : columns) readers.emplace_back(c_, constants_, table, column);
    c_.model.boot.reserve(c_.model.boot.size() + lines - header);
    given_[table.value].reserve(given_[table.value].size() + lines - header);
    std::vector<Cell> cells;
    std::size_t complaints = 0;
    for (std::uint32_t n = header + 1; n <= lines && complaints < most_complaints; ++n) {
        if (blank(n)) continue;
        const auto [begin, end] = line(n);
        split(text, begin, end, cells);
        if (cells.size() != columns.size()) {
            c_.error("E0513", {file, begin, end},
                     fmt::format("this row has {} value{}, and there are {} columns", cells.size(), cells.size() == 1 ? "" : "s",
                                 columns.size()));
            ++complaints;
            continue;
        }
        BootRecord record{table, std::vector<Value>(t.keys.size()), std::vector<std::optional<Value>>(t.fields.size()), {file, begin, end}};
        bool sound = true;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const Field& f = readers[i].field();
            const bool must = f.role == Role::key || (f.type.kind == Type::Kind::reference && !f.type.optional);
            if (cells[i].begin == cells[i].end && !must) continue;
            const std::optional<Value> v = readers[i].read(text, file, cells[i]);
            sound = sound && v;
            record.values[columns[i].value] = v;
            if (v && f.role == Role::key) record.keys[columns[i].value] = *v;
        }
        if (!sound || !push(std::move(record))) ++complaints;
    }
    if (complaints == most_complaints)
        c_.error("E0513", {file, header_begin, header_begin},
                 fmt::format("more than {} rows are wrong; the rest was not read", most_complaints));
}

}  // namespace fief::model
