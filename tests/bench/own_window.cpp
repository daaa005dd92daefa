// SPDX-License-Identifier: GPL-3.0-or-later
// Held against the floors: Roster's own window, ended at once after its first paint
// or after its first rows are painted. Arguments: first-paint|first-rows, host, database, user and
// an empty folder for its settings.
#include "app/application.h"
#include "app/fontpreparation.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QEvent>
#include <QMainWindow>
#include <QTableView>

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
            QMetaObject::invokeMethod(qApp, [] { std::_Exit(0); }, Qt::QueuedConnection);
        return false;
    }

private:
    bool isAwaited(QObject *painted) const
    {
        if (!m_rows)
            return qobject_cast<QMainWindow *>(painted) != nullptr;
        const auto *view = qobject_cast<QTableView *>(painted->parent());
        return view && painted == view->viewport() && view->model()
            && view->model()->rowCount() > 0;
    }

    bool m_rows;
};

}  // namespace

int main(int argc, char *argv[])
{
    roster::FontPreparation fonts;
    QApplication app(argc, argv);
    const QStringList words = QApplication::arguments();
    if (words.size() != 6)
        return 2;
    PaintWatch watch(words.at(1) == "first-rows"_L1);
    app.installEventFilter(&watch);
    roster::WindowOptions options;
    options.fonts = &fonts;
    options.configFolder = words.at(5);
    options.profile = roster::ConnectionProfile{.parameters = {{u"host"_s, words.at(2)},
                                                               {u"dbname"_s, words.at(3)},
                                                               {u"user"_s, words.at(4)}}};
    return roster::runWindow(app, options);
}
