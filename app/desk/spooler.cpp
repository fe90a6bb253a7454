// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/spooler.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>
#include <QtCore/QTimer>

#include <mutex>
#include <thread>

namespace tawasul {

namespace {

// Printers of the network announce themselves; one that has not by then is not asked for now.
constexpr std::chrono::seconds kLook{8};

// As `lpstat -d -e` tells them: a sentence with the default one, then a name on each line.
std::vector<Printer> printersIn(const QString &told)
{
    constexpr QLatin1StringView kDefault("system default destination: ");
    QString preferred;
    std::vector<Printer> printers;
    const QStringList lines = told.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.startsWith(kDefault))
            preferred = line.mid(kDefault.size());
        else if (!line.contains(u' ')) // no name has one; other sentences do
            printers.push_back({line, false});
    }
    for (Printer &printer : printers)
        printer.isDefault = printer.name == preferred;
    return printers;
}

Error diskError(const QFileDevice &file)
{
    const bool full = file.error() == QFileDevice::ResourceError;
    return {full ? Error::Kind::Full : Error::Kind::Storage, QStringLiteral("print.not_saved"), {}};
}

// A name that nothing has yet: what is there is never overwritten.
QString freePath(const QString &path)
{
    const QFileInfo wished(path);
    QString free = path;
    for (int number = 2; QFileInfo::exists(free); ++number)
        free = wished.dir().filePath(
            QStringLiteral("%1 (%2).%3")
                .arg(wished.completeBaseName(), QString::number(number), wished.suffix()));
    return free;
}

// Nothing when it was given up meanwhile.
std::optional<Result<QString>> writeFile(const QString &path, const QByteArray &bytes,
                                         Spooler::Errand &errand)
{
    const QString free = freePath(path);
    QSaveFile file(free);
    if (!file.open(QIODevice::WriteOnly))
        return Result<QString>(diskError(file));
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const bool isWritten = file.write(bytes) == bytes.size();
    if (!errand.commit()) {
        file.cancelWriting();
        return {};
    }
    return isWritten && file.commit() ? Result<QString>(free) : Result<QString>(diskError(file));
}

} // namespace

bool Spooler::Errand::giveUp()
{
    State open = State::Open;
    return m_state.compare_exchange_strong(open, State::GivenUp) || open == State::GivenUp;
}

bool Spooler::Errand::commit()
{
    State open = State::Open;
    return m_state.compare_exchange_strong(open, State::Committed);
}

struct Spooler::Counter
{
    std::mutex gate;
    Spooler *spooler = nullptr; ///< null once it is gone
};

Spooler::Spooler(Programs programs, std::chrono::milliseconds patience)
    : m_counter(std::make_shared<Counter>())
    , m_programs(std::move(programs))
    , m_patience(patience)
{
    m_counter->spooler = this;
}

Spooler::~Spooler()
{
    {
        const std::lock_guard<std::mutex> lock(m_counter->gate);
        m_counter->spooler = nullptr;
    }
    // A process that is destroyed waits for its end, which a program that hangs in the kernel does not reach:
    // it goes by itself when it has ended.
    const auto running = findChildren<QProcess *>();
    for (QProcess *each : running) {
        each->disconnect();
        each->setParent(nullptr);
        connect(each, &QProcess::finished, each, &QObject::deleteLater);
        each->kill();
    }
}

// On a thread that nobody waits for: on a share that hangs the system does not let go of it.
void Spooler::save(const QString &path, const QByteArray &pdf, std::shared_ptr<Errand> errand,
                   std::function<void(Result<QString>)> answer)
{
    std::thread([counter = m_counter, path, pdf, errand = std::move(errand), answer = std::move(answer)] {
        const auto written = writeFile(path, pdf, *errand);
        const std::lock_guard<std::mutex> lock(counter->gate);
        if (written && counter->spooler)
            QMetaObject::invokeMethod(
                counter->spooler, [answer, where = *written] { answer(where); }, Qt::QueuedConnection);
    }).detach();
}

Spooler::Programs Spooler::installed()
{
    return {QStandardPaths::findExecutable(QStringLiteral("lp")),
            QStandardPaths::findExecutable(QStringLiteral("lpstat"))};
}

QProcess *Spooler::process(const QString &program, const QStringList &arguments)
{
    auto *made = new QProcess(this);
    made->setProgram(program);
    made->setArguments(arguments);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8")); // what it says is read
    made->setProcessEnvironment(environment);
    return made;
}

void Spooler::findPrinters(std::function<void(std::vector<Printer>)> answer)
{
    if (m_programs.list.isEmpty())
        return;
    QProcess *look = process(m_programs.list, {QStringLiteral("-d"), QStringLiteral("-e")});
    QTimer::singleShot(kLook, look, &QProcess::kill);
    connect(look, &QProcess::finished, this, [look, answer = std::move(answer)](int code) {
        look->deleteLater();
        if (look->exitStatus() == QProcess::NormalExit && code == 0)
            answer(printersIn(QString::fromUtf8(look->readAllStandardOutput())));
    });
    connect(look, &QProcess::errorOccurred, look, [look](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            look->deleteLater();
    });
    look->start();
}

void Spooler::print(const QString &printer, const QByteArray &pdf, std::function<void(Outcome)> answer)
{
    const Error missing{Error::Kind::NotFound, QStringLiteral("print.no_spooler"), {}};
    if (m_programs.print.isEmpty())
        return answer(missing);
    // The title is seen in the queue by whoever stands at the printer: nothing of the case (I12).
    QProcess *send = process(m_programs.print,
                             {QStringLiteral("-s"), QStringLiteral("-d"), printer, QStringLiteral("-t"),
                              QStringLiteral("Tawasul")});
    const auto tell = std::make_shared<std::function<void(Outcome)>>(std::move(answer));
    const auto end = [tell](const Outcome &outcome) {
        if (const auto once = std::exchange(*tell, nullptr))
            once(outcome);
    };
    connect(send, &QProcess::finished, this, [send, end](int code) {
        send->deleteLater();
        if (send->exitStatus() == QProcess::NormalExit && code == 0)
            return end(Done{});
        end(Error{Error::Kind::Server, QStringLiteral("print.refused"),
                  QString::fromUtf8(send->readAllStandardError())});
    });
    connect(send, &QProcess::errorOccurred, this, [send, end, missing](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        send->deleteLater();
        end(missing);
    });
    // Told before it has ended: a program that waits for a dead disk or network outlives being killed.
    QTimer::singleShot(m_patience, send, [send, end] {
        end(Error{Error::Kind::Server, QStringLiteral("print.no_answer"), {}});
        send->kill();
    });
    send->start();
    send->write(pdf);
    send->closeWriteChannel();
}

} // namespace tawasul
