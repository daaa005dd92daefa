// SPDX-License-Identifier: GPL-3.0-or-later
// Held against the floors: Roster's own window, ended at once after its first paint
// or after its first rows are painted. Arguments: first-paint|first-rows, host, database, user.
#include "app/application.h"
#include "app/fontpreparation.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QEvent>
#include <QMainWindow>
#include <QTableView>
#include <QTemporaryDir>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

class PaintWatch : public QObject
{
public:
    explicit PaintWatch(bool rows) : m_rows(rows) {}

    bool eventFilter(QObject *receiver, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && isAwaited(receiver))
            QMetaObject::invokeMethod(qApp, [this] { end(); }, Qt::QueuedConnection);
        return false;
    }

    QString configFolder() const { return m_config.path(); }

private:
    [[noreturn]] void end()
    {
        m_config.remove();
        std::_Exit(0);
    }

    bool isAwaited(QObject *painted) const
    {
        if (!m_rows)
            return qobject_cast<QMainWindow *>(painted) != nullptr;
        const auto *view = qobject_cast<QTableView *>(painted->parent());
        return view && painted == view->viewport() && view->model()
            && view->model()->rowCount() > 0;
    }

    QTemporaryDir m_config;
    bool m_rows;
};

}  // namespace

int main(int argc, char *argv[])
{
    roster::FontPreparation fonts;
    QApplication app(argc, argv);
    const QStringList words = QApplication::arguments();
    if (words.size() != 5)
        return 2;
    PaintWatch watch(words.at(1) == "first-rows"_L1);
    app.installEventFilter(&watch);
    roster::WindowOptions options;
    options.fonts = &fonts;
    options.configFolder = watch.configFolder();
    options.profile = roster::ConnectionProfile{.parameters = {{u"host"_s, words.at(2)},
                                                               {u"dbname"_s, words.at(3)},
                                                               {u"user"_s, words.at(4)}}};
    return roster::runWindow(app, options);
}
