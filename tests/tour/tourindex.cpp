// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tourindex.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace tawasul {

namespace {

constexpr const char *kHead = R"(<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<title>تواصل – جولة في الشاشات</title>
<style>
:root { color-scheme: light dark; }
body { font: 14px/1.5 "IBM Plex Sans Arabic", "Noto Sans Arabic UI", sans-serif; margin: 24px; }
nav a { margin-inline-end: 16px; }
h2 { margin: 32px 0 8px; }
h3 { margin: 16px 0 8px; font-size: 14px; font-weight: 600; }
.row { display: flex; flex-wrap: wrap; gap: 12px; }
figure { margin: 0; width: 300px; }
img { width: 300px; height: auto; border: 1px solid #868e99; border-radius: 4px; display: block; }
figcaption { font-size: 12px; }
</style>
</head>
<body>
<h1>جولة في الشاشات</h1>
)";

QString schemeWord(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Dark:
        return QStringLiteral("داكن");
    case Scheme::HighContrast:
        return QStringLiteral("تباين عالٍ");
    case Scheme::Light:
        break;
    }
    return QStringLiteral("فاتح");
}

QString caption(const TourLook &look)
{
    QStringList parts{look.language == Language::Arabic ? QStringLiteral("العربية")
                                                        : QStringLiteral("الإنجليزية"),
                      schemeWord(look.scheme), QString::number(look.size.width())};
    if (look.textPercent != 100)
        parts.append(QStringLiteral("حجم النص %1%").arg(look.textPercent));
    return parts.join(QStringLiteral(" · "));
}

QString figure(const TourPicture &picture)
{
    return QStringLiteral(
               "<figure><a href=\"%1\"><img loading=\"lazy\" src=\"%1\" width=\"%2\" height=\"%3\" "
               "alt=\"%4\"></a><figcaption>%5</figcaption></figure>\n")
        .arg(picture.fileName(), QString::number(picture.look.size.width()),
             QString::number(picture.look.size.height()), picture.title.toHtmlEscaped(),
             caption(picture.look).toHtmlEscaped());
}

} // namespace

QByteArray tourPage(const std::vector<TourPicture> &pictures)
{
    QString links;
    QString body;
    QString screen;
    QString state;
    int screens = 0;
    for (const TourPicture &picture : pictures) {
        if (picture.screen != screen) {
            screen = picture.screen;
            ++screens;
            links += QStringLiteral("<a href=\"#s%1\">%2</a>\n").arg(screens).arg(screen.toHtmlEscaped());
            body += state.isEmpty() ? QString() : QStringLiteral("</div>\n");
            body += QStringLiteral("<h2 id=\"s%1\">%2</h2>\n").arg(screens).arg(screen.toHtmlEscaped());
            state.clear();
        }
        if (picture.state != state) {
            body += state.isEmpty() ? QString() : QStringLiteral("</div>\n");
            state = picture.state;
            body += QStringLiteral("<h3>%1</h3>\n<div class=\"row\">\n").arg(picture.title.toHtmlEscaped());
        }
        body += figure(picture);
    }
    body += state.isEmpty() ? QString() : QStringLiteral("</div>\n");
    return QByteArray(kHead) + "<nav>\n" + links.toUtf8() + "</nav>\n" + body.toUtf8() + "</body>\n</html>\n";
}

QByteArray tourList(const std::vector<TourPicture> &pictures)
{
    QJsonArray list;
    for (const TourPicture &picture : pictures) {
        list.append(QJsonObject{{QStringLiteral("file"), picture.fileName()},
                                {QStringLiteral("screen"), picture.screen},
                                {QStringLiteral("state"), picture.state},
                                {QStringLiteral("title"), picture.title},
                                {QStringLiteral("language"), shortName(picture.look.language)},
                                {QStringLiteral("scheme"), shortName(picture.look.scheme)},
                                {QStringLiteral("width"), picture.look.size.width()},
                                {QStringLiteral("height"), picture.look.size.height()},
                                {QStringLiteral("textPercent"), picture.look.textPercent}});
    }
    return QJsonDocument(list).toJson();
}

} // namespace tawasul
