// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtWidgets/QListView>

#include "models/domain/clock.h"
#include "models/domain/leave.h"
#include "ui/supervision/boardwords.h"

namespace tawasul {

class TextField;
class Theme;

/// Somebody whom cases may be given to, and why not.
struct Recipient
{
    PersonName name;  ///< an empty id: nobody, for the officers of the section to take
    int open = 0;     ///< requests that they have now
    QString obstacle; ///< a code of giftObstacle(); empty: they may be given cases
    QDate awayUntil;
    std::optional<PersonName> substitute;

    friend bool operator==(const Recipient &, const Recipient &) = default;
};

class StaffModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit StaffModel(const BoardWords &words, QObject *parent = nullptr);

    void setRecipients(std::vector<Recipient> recipients);
    /// Only those whose name holds it, however it is spelled.
    void setFilter(const QString &typed);

    [[nodiscard]] const Recipient &at(int row) const;
    [[nodiscard]] int rowOf(const PersonId &id) const; ///< -1: not shown
    /// The second line of a row.
    [[nodiscard]] QString line(const Recipient &of) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    const BoardWords &m_words;
    std::vector<Recipient> m_all;
    std::vector<std::size_t> m_shown;
    QString m_filter; ///< folded
};

/// To whom: a field to search by, and under it the officers with what they have now.
class StaffPicker : public QWidget
{
    Q_OBJECT

public:
    StaffPicker(const Theme &theme, const BoardWords &words, QWidget *parent = nullptr);

    void setRecipients(std::vector<Recipient> recipients);
    /// Nothing chosen: nothing.
    [[nodiscard]] std::optional<PersonId> chosen() const { return m_chosen; }
    void choose(const std::optional<PersonId> &id);
    [[nodiscard]] const StaffModel &model() const { return *m_model; }
    void focusFirst();

Q_SIGNALS:
    void chosenChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showChosen();

    StaffModel *m_model;
    TextField *m_search;
    QListView *m_list;
    std::optional<PersonId> m_chosen;
    bool m_isShowing = false; ///< what is chosen, not what somebody chose
};

/// Who may be given cases of that section and region (empty: of any), nobody first and then in the
/// order of the staff.
[[nodiscard]] std::vector<Recipient> recipientsOf(const std::vector<Colleague> &staff, const Board &board,
                                                  const QString &section, const QString &region, Instant at);

} // namespace tawasul
