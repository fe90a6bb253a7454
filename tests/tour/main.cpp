// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes a picture of every screen in every state, and an index of them, into a folder. Not installed.
#include "tests/tour/clippedtexts.h"
#include "tests/tour/tourindex.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtCore/QRegularExpression>
#include <QtCore/QSaveFile>
#include <QtWidgets/QApplication>

#include <cstdio>

using namespace tawasul;

namespace {

// A screen that nobody sees can do less than a real one, and says so each time.
void say(QtMsgType, const QMessageLogContext &, const QString &message)
{
    if (!message.startsWith(QLatin1String("This plugin does not support")))
        std::fprintf(stderr, "%s\n", qPrintable(message));
}

bool write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return true;
    std::fprintf(stderr, "tawasul-tour: %s could not be written\n", qPrintable(path));
    return false;
}

bool takeAll(Tour &tour, const std::vector<TourPicture> &pictures, const QDir &folder)
{
    int taken = 0;
    for (const TourPicture &picture : pictures) {
        std::printf("[%d/%zu] %s\n", ++taken, pictures.size(), qPrintable(picture.fileName()));
        std::fflush(stdout);
        bool saved = false;
        tour.visit(picture, [&](TourStage &stage) {
            const QImage image = stage.picture();
            if (image.size() != picture.look.size)
                std::printf("  too large: %dx%d\n", image.width(), image.height());
            saved = image.save(folder.filePath(picture.fileName()));
            for (const QString &text : clippedTexts(stage.window()))
                std::printf("  clipped: %s\n", qPrintable(text));
        });
        if (!saved) {
            std::fprintf(stderr, "tawasul-tour: %s could not be written\n", qPrintable(picture.fileName()));
            return false;
        }
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    qInstallMessageHandler(say);
    useTourScreen();
    QApplication app(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("where the pictures go"));
    options.addOption({QStringLiteral("only"), QStringLiteral("only pictures whose file name matches"),
                       QStringLiteral("REGEX")});
    options.process(app);
    const QDir folder(options.positionalArguments().value(0, QStringLiteral(".")));
    if (!folder.mkpath(QStringLiteral("."))) {
        std::fprintf(stderr, "tawasul-tour: %s cannot be made\n", qPrintable(folder.path()));
        return 1;
    }
    const QRegularExpression only(options.value(QStringLiteral("only")));
    std::vector<TourPicture> pictures = tourPictures();
    std::erase_if(pictures,
                  [&](const TourPicture &picture) { return !only.match(picture.fileName()).hasMatch(); });
    Tour tour(app);
    const bool done = takeAll(tour, pictures, folder)
        && write(folder.filePath(QStringLiteral("index.html")), tourPage(pictures))
        && write(folder.filePath(QStringLiteral("index.json")), tourList(pictures));
    return done ? 0 : 1;
}
