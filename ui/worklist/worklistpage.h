// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>

#include <memory>
#include <optional>

#include "models/arabic/displaylocale.h"
#include "models/domain/clock.h"
#include "models/domain/clockcheck.h"
#include "models/domain/person.h"
#include "models/domain/reference.h"
#include "models/itemmodels/worklistmodel.h"
#include "models/sync/syncstatus.h"
#include "ui/shared/card.h"
#include "ui/theme/metrics.h"
#include "ui/worklist/worklistwords.h"

QT_BEGIN_NAMESPACE
class QStackedLayout;
QT_END_NAMESPACE

namespace tawasul {

class EmptyState;
class Strip;
class Theme;
class WorklistBar;
class WorklistView;

/// A case and its place in the list.
struct ListedCase
{
    CaseId id;
    qint64 key = 0; ///< of its row in the cache; stays when rows move
};

/// The officer's worklist: the cases that are to be done, the earlier deadline first, with filters, search
/// and all that a list says when it has no rows.
class WorklistPage : public Card
{
    Q_OBJECT

public:
    WorklistPage(const Theme &theme, WorklistSource &source, const Clock &clock, DisplayLocale locale,
                 QWidget *parent = nullptr);
    ~WorklistPage() override;

    void setWorklist(const WorklistPtr &worklist);
    void setReference(const ReferencePtr &reference);
    void setSyncStatus(const SyncStatus &status);
    /// How far the time that deadlines are shown against can be relied on.
    void setClock(const ClockCheck &check);
    void setRole(Role role);
    void setDensity(Density density);

    /// What stands in the search field; empty ends the search. Asked for once the typing pauses.
    void search(const QString &typed);
    /// Called every few seconds; what depends on the time is looked at when the minute has changed.
    void tick();
    /// The case changed: its row is read again.
    void refreshCase(const CaseId &id);

    /// The case that is `steps` rows after the current one, when it is known: for the preview of what comes
    /// next.
    [[nodiscard]] std::optional<ListedCase> neighbour(int steps) const;
    /// Makes its row the current one, if it is listed.
    void setCurrent(const ListedCase &listed);
    /// This case is open beside the list: its row is the marked one again after rows were searched, filtered
    /// or laid out anew, and no row is while it is not among them. Empty: none is open.
    void setOpenCase(const CaseId &id);
    /// The same after the list was made anew.
    void setOpenCase(const ListedCase &listed);
    /// Moves by rows and opens what is there; false at the end of the list.
    bool openNeighbour(int steps);
    /// Gives the keyboard to the rows.
    void focusRows();

    [[nodiscard]] const WorklistModel &model() const { return m_model; }
    [[nodiscard]] WorklistView &view() { return *m_view; }

Q_SIGNALS:
    /// The officer wants to work on it.
    void caseChosen(const tawasul::CaseId &id);
    /// The row that the keyboard is on, for reading ahead.
    void currentCaseChanged(const tawasul::CaseId &id);
    /// «تحديث»: ask the centre now.
    void refreshRequested();
    /// «مسح التصفية»: the search field is to be emptied too.
    void searchCleared();
    /// Of everything that is to be done, whatever is filtered: for the badge in the navigation.
    void countsChanged(const tawasul::WorklistCounts &counts);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    // What stands in the place of the rows.
    enum class Body { Rows, Nothing, Skeleton, FirstUse, NoMatch, AllDone };

    void applyFilter();
    void askSource();
    void found(const QString &typed, const Result<std::vector<qint64>> &answer);
    void sayFailed(const Error &error);
    void clearFilter();
    void rowsChanged();
    void showBody();
    void setBody(Body body);
    [[nodiscard]] Body bodyNow() const;
    [[nodiscard]] EmptyState *makeEmpty(Body body);
    void showSections();
    void showSync();
    void showAge();
    void showClock();
    void choose(int row);
    void headsArrived();
    void markOpenCase();

    const Theme &m_theme;
    WorklistSource &m_source;
    const Clock &m_clock;
    WorklistWords m_words;
    WorklistModel m_model;
    WorklistBar *m_bar;
    Strip *m_strip;
    Strip *m_clockStrip;
    Strip *m_ageStrip;
    WorklistView *m_view;
    QWidget *m_place;
    QStackedLayout *m_stack;
    QWidget *m_instead = nullptr; ///< what is shown when there are no rows
    Body m_body = Body::Nothing;
    SyncStatus m_status;
    QString m_typed;
    FoundRows m_found;
    QTimer m_typing;
    QTimer m_patience;
    bool m_impatient = false;
    bool m_isNarrow = false;
    ClockCheck m_check;
    ReferencePtr m_reference;
    CaseId m_open;                   ///< beside the list
    std::optional<qint64> m_openKey; ///< of its row; nothing for one that was not opened from here
    std::optional<qint64> m_chosen;  ///< the key of a row that was chosen before it was read
};

} // namespace tawasul
