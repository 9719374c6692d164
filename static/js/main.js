// Every page works without this. An element says data-module="count"; its file is loaded once.
for (const element of document.querySelectorAll("[data-module]")) {
  import(`./modules/${element.dataset.module}.js`).then((module) => module.default(element));
}
