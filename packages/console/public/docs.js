window.SwaggerUIBundle({
  url: '/v1/openapi.json',
  dom_id: '#viewer',
  deepLinking: true,
  docExpansion: 'list',
  persistAuthorization: true,
  tryItOutEnabled: true,
  // No call to the validator of swagger.io.
  validatorUrl: null,
})
