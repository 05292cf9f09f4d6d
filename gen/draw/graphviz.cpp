#include "gen/draw/graphviz.hpp"

#include <gvc.h>

#include <algorithm>
#include <memory>

namespace fief::gen {
namespace {

struct FreeContext {
    void operator()(GVC_t* context) const { gvFreeContext(context); }
};
using Context = std::unique_ptr<GVC_t, FreeContext>;

struct CloseGraph {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};
using Graph = std::unique_ptr<Agraph_t, CloseGraph>;

/// A graph laid out for as long as this lives.
class LaidOut {
public:
    LaidOut(const std::string& dot, const char* engine, std::string& why) {
        agseterr(AGMAX);  // what Graphviz has to say is returned, not printed
        context_.reset(gvContext());
        graph_.reset(agmemread(dot.c_str()));
        if (!graph_ || gvLayout(context_.get(), graph_.get(), engine) != 0) {
            const char* said = aglasterr();
            why = said ? said : "Graphviz cannot lay it out";
            graph_.reset();
        }
    }
    ~LaidOut() {
        if (graph_) gvFreeLayout(context_.get(), graph_.get());
    }
    LaidOut(const LaidOut&) = delete;
    LaidOut& operator=(const LaidOut&) = delete;

    [[nodiscard]] GVC_t* context() const { return context_.get(); }
    [[nodiscard]] Agraph_t* graph() const { return graph_.get(); }

private:
    Context context_;
    Graph graph_;
};

Point point(const pointf& p) { return {p.x, p.y}; }

Area around(Agnode_t* node) {
    constexpr double inch = 72;
    const Point middle = point(ND_coord(node));
    const double w = ND_width(node) * inch / 2, h = ND_height(node) * inch / 2;
    return {{middle.x - w, middle.y - h}, {middle.x + w, middle.y + h}};
}

Area area(const boxf& box) { return {point(box.LL), point(box.UR)}; }

void read_clusters(Agraph_t* graph, Placement& out) {
    for (int c = 1; c <= GD_n_cluster(graph); ++c) {
        out.clusters[agnameof(GD_clust(graph)[c])] = area(GD_bb(GD_clust(graph)[c]));
        read_clusters(GD_clust(graph)[c], out);
    }
}

void read_edge(Agedge_t* edge, Placement& out) {
    const char* name = agnameof(edge);
    if (!name) return;
    const std::string key = name;
    if (const textlabel_t* label = ED_label(edge)) out.labels[key] = point(label->pos);
    const splines* routed = ED_spl(edge);
    if (!routed || routed->size == 0) return;
    const bezier& line = routed->list[0];
    Curve& curve = out.edges[key];
    for (int i = 0; i < line.size; ++i) curve.points.push_back(point(line.list[i]));
    if (line.eflag != 0) curve.tip = point(line.ep);
    if (line.sflag != 0) {  // within a layer some are routed from their head
        std::reverse(curve.points.begin(), curve.points.end());
        curve.tip = point(line.sp);
    }
}

}  // namespace

std::optional<Placement> place(const std::string& dot, std::string& why) {
    const LaidOut laid(dot, "dot", why);
    if (!laid.graph()) return std::nullopt;
    Placement out;
    out.whole = area(GD_bb(laid.graph()));
    read_clusters(laid.graph(), out);
    for (Agnode_t* n = agfstnode(laid.graph()); n; n = agnxtnode(laid.graph(), n)) {
        out.nodes[agnameof(n)] = around(n);
        for (Agedge_t* e = agfstout(laid.graph(), n); e; e = agnxtout(laid.graph(), e)) read_edge(e, out);
    }
    return out;
}

std::optional<std::string> render_placed(const std::string& dot, const std::string& format, std::string& said) {
    const LaidOut laid(dot, "nop2", said);
    if (!laid.graph()) return std::nullopt;
    char* bytes = nullptr;
    unsigned length = 0;
    const bool done = gvRenderData(laid.context(), laid.graph(), format.c_str(), &bytes, &length) == 0 && bytes;
    std::optional<std::string> out;
    if (done) out.emplace(bytes, length);
    if (bytes) gvFreeRenderData(bytes);
    const char* last = aglasterr();
    said = last ? last : done ? "" : "Graphviz cannot write " + format;
    return out;
}

}  // namespace fief::gen
