// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "models/itemmodels/worklistmodel.h"
#include "ui/shared/rowtable.h"
#include "ui/theme/metrics.h"

namespace tawasul {

class WorklistDelegate;
class WorklistWords;

/// The worklist as a list of rows: keeps case and place when rows come and go, and narrows to one column
/// beside an open case. A single click chooses too.
class WorklistView : public RowTable
{
    Q_OBJECT

public:
    WorklistView(const Theme &theme, WorklistModel &model, const WorklistWords &words,
                 QWidget *parent = nullptr);

    void setDensity(Density density);
    /// One column of two lines.
    void setCompact(bool compact);
    void setSearchTerms(const QStringList &terms);

    /// The next change of rows is the officer's own wish: it starts from the top, keeping the case if it
    /// stays.
    void startFromTop();

private:
    // A row on screen and how far its top is from the top of the viewport.
    struct Anchor
    {
        qint64 key = 0;
        int offset = 0;
    };

    void holdOn();
    void settle();
    void restoreCurrent();
    void restoreScroll();
    void fit();
    void fitRows();
    void fitColumns();

    const Theme &m_theme;
    WorklistModel &m_model;
    WorklistDelegate *m_delegate;
    Density m_density = Density::Regular;
    int m_compactLines = 2;
    std::vector<Anchor> m_anchors; ///< rows on screen before a change, the current one first
    int m_rowBefore = -1;
    bool m_fromTop = false;
};

} // namespace tawasul
