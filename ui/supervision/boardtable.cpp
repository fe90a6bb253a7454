// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/boardtable.h"

#include "models/arabic/tooltip.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStyledItemDelegate>

#include "ui/shared/elidedtext.h"
#include "ui/shared/rawtext.h"
#include "ui/supervision/officerbars.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kRow = 32;
constexpr int kPadding = space::wide;
constexpr int kFocus = 2;
constexpr int kNameWidth = 190;
constexpr int kTotal = 5; ///< the column of Kind::Officers
constexpr int kPresence = 6;

// Numbers stand at the end of their cells, digit under digit; the header's own padding is the cell's.
class BoardTableDelegate : public QStyledItemDelegate
{
public:
    BoardTableDelegate(const Theme &theme, const BoardTableModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_model(model)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const QFontMetrics metrics(m_theme.font(TextRole::Body));
        return {metrics.horizontalAdvance(index.data().toString()) + 2 * kPadding + 2, m_theme.scaled(kRow)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = m_theme.tokens();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, selected ? tokens.selected : tokens.surface);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          tokens.border);
        const QFont font = m_theme.font(TextRole::Body);
        const QRect room = option.rect.adjusted(kPadding, 0, -kPadding, 0);
        const bool isNumber = m_model.count(index).has_value();
        const Qt::LayoutDirection other =
            option.direction == Qt::RightToLeft ? Qt::LeftToRight : Qt::RightToLeft;
        painter->setFont(font);
        painter->setPen(m_model.count(index) == 0 ? tokens.text3 : tokens.text);
        painter->setLayoutDirection(option.direction);
        painter->drawText(
            room, startLine(isNumber ? other : option.direction),
            elidedText(QFontMetrics(font), index.data().toString(), Qt::ElideRight, room.width()));
    }

private:
    const Theme &m_theme;
    const BoardTableModel &m_model;
};

} // namespace

BoardTableModel::BoardTableModel(Kind kind, const BoardWords &words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_kind(kind)
    , m_words(words)
{
}

void BoardTableModel::setBoard(const Board &board)
{
    beginResetModel();
    m_board = board;
    endResetModel();
}

const OfficerLoad &BoardTableModel::officer(int row) const
{
    return m_board.officers[static_cast<std::size_t>(row)];
}

int BoardTableModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    switch (m_kind) {
    case Kind::Officers:
    case Kind::Days:
        return static_cast<int>(m_board.officers.size());
    case Kind::Flow:
        return static_cast<int>(m_board.flow.size());
    case Kind::Ages:
        break;
    }
    return static_cast<int>(m_board.ages.size());
}

int BoardTableModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    switch (m_kind) {
    case Kind::Officers:
        return kPresence + 1;
    case Kind::Days:
        return 1 + static_cast<int>(m_board.days.size());
    case Kind::Flow:
        return 3;
    case Kind::Ages:
        break;
    }
    return 2;
}

std::optional<int> BoardTableModel::count(const QModelIndex &index) const
{
    const int column = index.column();
    const auto row = static_cast<std::size_t>(index.row());
    if (column == 0)
        return std::nullopt;
    switch (m_kind) {
    case Kind::Officers:
        if (column == kPresence)
            return std::nullopt;
        return column == kTotal
            ? officer(index.row()).load.total()
            : countOf(officer(index.row()).load, kStandings[static_cast<std::size_t>(column - 1)]);
    case Kind::Days: {
        const std::vector<int> &days = officer(index.row()).byDay;
        const auto day = static_cast<std::size_t>(column - 1);
        return day < days.size() ? days[day] : 0;
    }
    case Kind::Flow:
        return column == 1 ? m_board.flow[row].received : m_board.flow[row].closed;
    case Kind::Ages:
        break;
    }
    return m_board.ages[row].count;
}

std::optional<BoardQuestion> BoardTableModel::question(const QModelIndex &index) const
{
    if (!index.isValid() || count(index).value_or(0) == 0)
        return std::nullopt;
    BoardQuestion question;
    const int column = index.column();
    switch (m_kind) {
    case Kind::Officers:
        question.officer = officer(index.row()).officer.id;
        if (column != kTotal)
            question.standing = kStandings[static_cast<std::size_t>(column - 1)];
        break;
    case Kind::Days:
        question.officer = officer(index.row()).officer.id;
        question.column = column - 1;
        break;
    case Kind::Flow:
        question.matter = column == 1 ? BoardQuestion::Matter::Received : BoardQuestion::Matter::Closed;
        question.day = m_board.flow[static_cast<std::size_t>(index.row())].day;
        break;
    case Kind::Ages:
        question.age = index.row();
        break;
    }
    return question;
}

QString BoardTableModel::text(const QModelIndex &index) const
{
    if (const std::optional<int> number = count(index))
        return m_words.number(*number);
    const auto row = static_cast<std::size_t>(index.row());
    switch (m_kind) {
    case Kind::Officers:
        if (index.column() == kPresence) {
            const OfficerLoad &of = officer(index.row());
            const QString away = m_words.away(of);
            //: In a table: the officer is not on leave
            return away.isEmpty() && !of.officer.id.isEmpty() ? tr("Present") : away;
        }
        return m_words.officer(officer(index.row()).officer);
    case Kind::Days:
        return m_words.officer(officer(index.row()).officer);
    case Kind::Flow:
        return m_words.weekday(m_board.flow[row].day) + u' ' + m_words.day(m_board.flow[row].day);
    case Kind::Ages:
        break;
    }
    return m_words.age(m_board.ages[row]);
}

QString BoardTableModel::heading(int column) const
{
    switch (m_kind) {
    case Kind::Officers:
        if (column == 0)
            return tr("Officer");
        if (column == kTotal)
            return tr("Total");
        return column == kPresence ? tr("Presence")
                                   : BoardWords::standing(kStandings[static_cast<std::size_t>(column - 1)]);
    case Kind::Days:
        return column == 0 ? tr("Officer") : m_words.column(m_board, column - 1);
    case Kind::Flow:
        return column == 0 ? tr("Day") : column == 1 ? tr("Received") : tr("Closed", "requests");
    case Kind::Ages:
        break;
    }
    return column == 0 ? tr("Working days since submission") : tr("Requests");
}

QVariant BoardTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        return text(index);
    if (role == Qt::AccessibleTextRole)
        return rawText(text(index));
    if (role == Qt::ToolTipRole)
        return plainTooltip(text(index));
    return {};
}

QVariant BoardTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0)
        return {};
    if (orientation == Qt::Vertical) {
        // Hidden, and read out all the same.
        const bool is = role == Qt::DisplayRole && section < rowCount();
        return is ? QVariant(rawText(text(index(section, 0)))) : QVariant();
    }
    if (section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return heading(section);
    const bool isNumber = section > 0 && (m_kind != Kind::Officers || section != kPresence);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isNumber ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    return role == Qt::AccessibleTextRole ? QVariant(rawText(heading(section))) : QVariant();
}

BoardTableView::BoardTableView(const Theme &theme, BoardTableModel &model, const QString &name,
                               QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new BoardTableDelegate(theme, model, this));
    setAccessibleName(rawText(name));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setFocusPolicy(Qt::NoFocus);
    connect(this, &QAbstractItemView::doubleClicked, this, &BoardTableView::ask);
    connect(&model, &QAbstractItemModel::modelReset, this, &BoardTableView::fit);
    connect(&m_theme, &Theme::changed, this, &BoardTableView::fit);
    fit();
}

void BoardTableView::fit()
{
    verticalHeader()->setMinimumSectionSize(0);
    verticalHeader()->setDefaultSectionSize(m_theme.scaled(kRow));
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setStretchLastSection(m_model.columnCount() == kPresence + 1);
    const bool named = m_model.columnCount() > 3;
    if (!named && m_model.columnCount() > 0)
        horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    if (named) {
        horizontalHeader()->setSectionResizeMode(0, QHeaderView::Fixed);
        setColumnWidth(0, m_theme.scaled(kNameWidth));
    }
    updateGeometries();
    if (!currentIndex().isValid() && m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(0, 0));
}

void BoardTableView::ask(const QModelIndex &index)
{
    if (const std::optional<BoardQuestion> question = m_model.question(index))
        Q_EMIT asked(*question);
}

void BoardTableView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !(event->modifiers() & ~Qt::KeypadModifier))
        return ask(currentIndex());
    QTableView::keyPressEvent(event);
}

void BoardTableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!hasFocus() || !currentIndex().isValid())
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().focus, kFocus));
    painter.drawRoundedRect(QRectF(visualRect(currentIndex())).adjusted(1, 1, -1, -1), radius::small,
                            radius::small);
}

} // namespace tawasul
