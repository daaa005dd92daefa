// SPDX-License-Identifier: GPL-3.0-or-later
// Start-up floor: connect by QPSQL, read twenty players, show them, end at once after the paint.
// Arguments: host, database, user.
#include <QApplication>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlQueryModel>
#include <QTableView>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

class View : public QTableView
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QTableView::paintEvent(event);
        QMetaObject::invokeMethod(qApp, [] { std::_Exit(0); }, Qt::QueuedConnection);
    }
};

}  // namespace

int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QPSQL"_s);
    database.setHostName(QString::fromUtf8(argv[1]));
    database.setDatabaseName(QString::fromUtf8(argv[2]));
    database.setUserName(QString::fromUtf8(argv[3]));
    if (!database.open())
        return 1;
    QSqlQueryModel model;
    model.setQuery(QSqlQuery(u"SELECT id, name, level, total_exp, created_at FROM players "
                             "ORDER BY level DESC, name, id LIMIT 20"_s,
                             database));
    View view;
    view.setModel(&model);
    view.resize(1280, 800);
    view.show();
    return QApplication::exec();
}
