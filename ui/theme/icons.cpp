// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QtCore/QFile>
#include <QtCore/QLoggingCategory>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>

namespace tawasul {

namespace {

Q_LOGGING_CATEGORY(lcTheme, "tawasul.theme")

constexpr int kCacheLimit = 2000;

QByteArray svgSource(const char *name)
{
    QFile file(QString(u":/tawasul/icons/" % QLatin1StringView(name) % u".svg"));
    if (!file.open(QIODevice::ReadOnly))
        qCWarning(lcTheme, "icon %s is not among the resources", name);
    return file.readAll();
}

QPixmap draw(const QByteArray &svg, int side, bool mirrored)
{
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    if (mirrored) {
        painter.translate(side, 0);
        painter.scale(-1, 1);
    }
    QSvgRenderer(svg).render(&painter, QRectF(0, 0, side, side));
    return pixmap;
}

} // namespace

size_t qHash(const IconLook &look, size_t seed)
{
    return qHashMulti(seed, static_cast<int>(look.icon), look.color, look.side, look.mirrored);
}

QPixmap IconPress::pixmap(Icon icon, const QColor &color, int side, qreal ratio,
                          Qt::LayoutDirection direction) const
{
    const IconSource &source = iconSource(icon);
    const IconLook look{icon, color.rgb(), qRound(side * ratio),
                        source.mirrored && direction == Qt::RightToLeft};
    auto drawn = m_drawn.find(look);
    if (drawn == m_drawn.end()) {
        if (m_drawn.size() >= kCacheLimit)
            m_drawn.clear();
        QByteArray svg = svgSource(source.name);
        svg.replace("currentColor", color.name().toLatin1());
        // The family is drawn at 2; at the sizes of a dense screen 1.75 is calmer.
        svg.replace("stroke-width=\"2\"", "stroke-width=\"1.75\"");
        drawn = m_drawn.insert(look, draw(svg, look.side, look.mirrored));
    }
    QPixmap pixmap = *drawn;
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

QPixmap brandMark(int side, qreal ratio)
{
    QPixmap pixmap = draw(svgSource("brand"), qRound(side * ratio), false);
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

void paintBrandMark(QPainter &painter, const QRectF &area)
{
    QSvgRenderer(svgSource("brand")).render(&painter, area);
}

} // namespace tawasul
