// SPDX-License-Identifier: GPL-3.0-or-later
// Start-up floor: an empty window, ended after its first paint.
#include <QApplication>
#include <QMainWindow>
#include <QPaintEvent>

namespace {

class Window : public QMainWindow
{
protected:
    void paintEvent(QPaintEvent *) override
    {
        QMetaObject::invokeMethod(qApp, &QApplication::quit, Qt::QueuedConnection);
    }
};

}  // namespace

int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    Window window;
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
