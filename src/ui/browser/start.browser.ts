// Says to the styles that script runs: what only script can work shows itself from here on.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
