// The one chart that is explored: a figure month by month. It stands in a file of its own, loaded after the table that says
// the same, on pages with trends only. Without it the server's line stays.
import { LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([AriaComponent, GridComponent, LineChart, SVGRenderer, TooltipComponent]);

const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function options({ title, unit, share, months, values, words }, width) {
  const [ink, quiet, line, accent, paper] = ["--ink", "--ink-3", "--line", "--accent", "--paper"].map(token);
  const size = parseFloat(getComputedStyle(document.body).fontSize);
  const said = months.map((month, n) => `${month} ${words[n]}${share ? "" : unit}`);
  return {
    animation: false,
    aria: { enabled: true, label: { description: `${title}：${said.join("，")}` } },
    textStyle: { fontFamily: token("--hei"), fontSize: size, color: ink },
    grid: { left: 8, right: 16, top: 28, bottom: 8, containLabel: true },
    // Rich text is drawn, not written as markup with styles of its own, which the security policy forbids.
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      backgroundColor: paper,
      borderColor: line,
      textStyle: { color: ink, fontSize: size },
      formatter: ([{ dataIndex: n }]) =>
        `${months[n]}\n${words[n]}${share ? (values[n] === null ? "" : `  ${values[n].toFixed(1)}%`) : unit}`,
    },
    xAxis: {
      type: "category",
      data: months,
      axisLabel: { color: quiet, fontSize: size, hideOverlap: true },
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: "value",
      min: 0,
      max: share ? 100 : null,
      axisLabel: { color: quiet, fontSize: size },
      splitLine: { lineStyle: { color: line } },
    },
    series: [
      {
        type: "line",
        data: values,
        symbol: "circle",
        symbolSize: 7,
        connectNulls: false,
        lineStyle: { color: accent, width: 2 },
        itemStyle: { color: accent },
        label: { show: width / values.length > size * 3.6, // else they run into each other; the table has them
          formatter: ({ dataIndex: n }) => (share ? values[n].toFixed(1) : words[n]), color: ink, fontSize: size, distance: 6 },
        labelLayout: { hideOverlap: true },
      },
    ],
  };
}

for (const place of document.querySelectorAll("[data-trend]")) {
  const told = JSON.parse(document.getElementById(place.dataset.trend).textContent);
  const stage = document.createElement("div");
  stage.className = "zy-chart";
  place.append(stage); // the server's line stays for the printer
  place.classList.add("drawn");
  const chart = init(stage, null, { renderer: "svg" });
  const draw = () => chart.setOption(options(told, stage.clientWidth), true);
  draw();
  // The colours are the page's own, whichever theme it has.
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  new ResizeObserver(() => {
    chart.resize();
    draw();
  }).observe(stage);
}
