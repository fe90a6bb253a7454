// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include <array>
#include <vector>

#include "models/arabic/displaylocale.h"
#include "models/domain/person.h"
#include "models/itemmodels/worklistfilter.h"

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QComboBox;
class QHBoxLayout;
QT_END_NAMESPACE

namespace tawasul {

class FilterChip;
class Note;
class PlainLabel;
class Theme;

/// The head of the worklist: what is listed and how many, the quick filters with their counts, and three
/// choices beside them. Beside an open case the quick filters become one box and the other choices go.
class WorklistBar : public QWidget
{
    Q_OBJECT

public:
    WorklistBar(const Theme &theme, DisplayLocale locale, QWidget *parent = nullptr);

    /// What the officer chose here; `found` is not part of it.
    [[nodiscard]] WorklistFilter filter() const;
    void clear();

    void setCounts(const WorklistCounts &counts);
    /// Codes with their names; one or none hides the box.
    void setSections(const std::vector<std::pair<QString, QString>> &sections);
    /// A supervisor's cases are everybody's: the words differ.
    void setRole(Role role);
    void setCompact(bool compact);

    /// Rows shown; nothing while that is not known.
    void setShown(std::optional<int> rows);
    /// What is the matter with these data: empty while all is well.
    void setStaleness(const QString &sentence);
    /// What is being fetched: empty when nothing is.
    void setProgress(const QString &sentence);

Q_SIGNALS:
    void filterChosen();

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QHBoxLayout *makeHead();
    [[nodiscard]] QLayout *makeFacts();
    void placeChips();
    [[nodiscard]] QLayout *makeChips();
    QComboBox *makeBox(const char *name, const QString &spoken);
    void fillStatuses();
    void chooseChip(int index);
    [[nodiscard]] QString chipWord(WorklistChip chip) const;
    [[nodiscard]] bool offersSections() const;

    const Theme &m_theme;
    DisplayLocale m_locale;
    QHBoxLayout *m_head = nullptr;
    QWidget *m_chipRow;
    PlainLabel *m_count;
    PlainLabel *m_stale;
    Note *m_progress;
    QButtonGroup *m_group;
    std::array<FilterChip *, kWorklistChips.size()> m_chips{};
    QComboBox *m_chipBox;
    QComboBox *m_ownership;
    QComboBox *m_section;
    QComboBox *m_status;
    std::vector<std::pair<QString, QString>> m_sections;
    bool m_compact = false;
};

} // namespace tawasul
